package org.gridrollout.api.software;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gridrollout.api.Violations;
import org.gridrollout.api.incident.IncidentId;
import org.immutables.value.Value;

/**
 * One version of a product for one platform: the unit of rollout, all or nothing. Order among releases comes only from
 * their packages' versions; the label is free text.
 *
 * @param label what people call it ({@code EMI-3 Update 12}); orders nothing
 * @param packages the exact set, at least one, each name and architecture once
 * @param notes what is new, for the sites; may be empty
 * @param restores the faulty release this one is meant to restore, if any
 * @param resolves incidents of older releases that are mended in it
 * @param purpose what it is for, if the product team says so
 * @param needs releases that have to be in production before this one, in the order of their names
 */
@Value.Builder
public record Release(
        ReleaseId id,
        ProductId product,
        String label,
        Platform platform,
        List<PackageRef> packages,
        String notes,
        Optional<Certification> certification,
        Optional<ReleaseId> restores,
        Set<IncidentId> resolves,
        Optional<Purpose> purpose,
        Set<ReleaseId> needs)
        implements WithRelease {

    public Release {
        packages = List.copyOf(packages);
        resolves = Set.copyOf(resolves);
        needs = needs.isEmpty() ? Set.of() : Collections.unmodifiableSortedSet(new TreeSet<>(needs));
        Violations violations = Violations.of("Release " + id)
                .unless(!label.isBlank(), "label must not be blank")
                .unless(!packages.isEmpty(), "must have at least one package")
                .unless(restores.isEmpty() || !restores.get().equals(id), "cannot restore itself")
                .unless(!needs.contains(id), "cannot need itself");
        Set<String> seen = new HashSet<>();
        for (PackageRef each : packages) {
            String arch = each.nevra().arch();
            violations
                    .unless(seen.add(each.component() + "." + arch), "lists %s.%s twice", each.component(), arch)
                    .unless(
                            arch.equals("noarch") || arch.equals(platform.arch()) || multilib(platform, arch),
                            "package %s does not fit platform %s",
                            each,
                            platform)
                    .unless(!arch.equals("src") && !arch.equals("nosrc"), "package %s is a source package", each);
        }
        violations.throwIfAny();
    }

    /** Starts a release without notes; give at least id, product, label, platform and packages. */
    public static ReleaseBuilder builder() {
        return new ReleaseBuilder().notes("");
    }

    /** Whether a 32-bit package may stand in a 64-bit repository beside its namesake. */
    private static boolean multilib(Platform platform, String arch) {
        return platform.arch().equals("x86_64") && (arch.equals("i686") || arch.equals("i386"));
    }

    @Override
    public String toString() {
        return id + " (" + product + " " + label + " on " + platform + ")";
    }
}
