package org.gridrollout.core.closure.graph;

import java.util.List;
import org.gridrollout.core.closure.Exclusion;
import org.gridrollout.core.closure.Member;
import org.gridrollout.core.closure.Provision;
import org.jspecify.annotations.Nullable;

/** A package. */
final class PackageRow extends Entry<PackageRow> {

    final Member member;
    /** The number of its name. */
    final int name;

    final List<Provision> provides;
    final int[] needs;
    final List<Exclusion> exclusions;
    /** The demands of {@code exclusions}, in their order. */
    final int[] excluded;

    final List<String> files;
    final @Nullable String fault;

    /** Every demand it meets. */
    final IntList met;
    /** Those of {@code met} that somebody excludes. */
    int[] targeted = {};
    /** Those of {@code met} that are the condition of some need. */
    int[] conditions = {};

    PackageRow(
            Object draft,
            Member member,
            int name,
            List<Provision> provides,
            int[] needs,
            List<Exclusion> exclusions,
            int[] excluded,
            List<String> files,
            @Nullable String fault) {
        this(draft, member, name, provides, needs, exclusions, excluded, files, fault, new IntList());
    }

    private PackageRow(
            Object draft,
            Member member,
            int name,
            List<Provision> provides,
            int[] needs,
            List<Exclusion> exclusions,
            int[] excluded,
            List<String> files,
            @Nullable String fault,
            IntList met) {
        super(draft);
        this.member = member;
        this.name = name;
        this.provides = provides;
        this.needs = needs;
        this.exclusions = exclusions;
        this.excluded = excluded;
        this.files = files;
        this.fault = fault;
        this.met = met;
    }

    @Override
    PackageRow copyFor(Object draft) {
        PackageRow copy =
                new PackageRow(draft, member, name, provides, needs, exclusions, excluded, files, fault, met.copy());
        copy.targeted = targeted;
        copy.conditions = conditions;
        return copy;
    }
}
