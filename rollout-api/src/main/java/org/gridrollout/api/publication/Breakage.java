package org.gridrollout.api.publication;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gridrollout.api.Violations;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.ReleaseId;

/**
 * One cause why packages could not be installed any more, and everything it breaks.
 *
 * @param sentence the cause and what brings it about, for a person
 * @param packages what could not be installed, at least one
 * @param mendedWith releases on their way that make it good if they go to production together with this one; empty if none
 *     do
 */
public record Breakage(String sentence, List<Nevra> packages, Set<ReleaseId> mendedWith) {

    public Breakage {
        packages = List.copyOf(packages);
        mendedWith = Collections.unmodifiableSortedSet(new TreeSet<>(mendedWith));
        Violations.of("Breakage")
                .unless(!sentence.isBlank(), "sentence must not be blank")
                .unless(!packages.isEmpty(), "must name a package")
                .throwIfAny();
    }
}
