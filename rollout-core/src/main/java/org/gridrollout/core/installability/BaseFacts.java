package org.gridrollout.core.installability;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridrollout.api.software.BaseSnapshot;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.api.spi.BaseRepositories;
import org.gridrollout.core.closure.Member;
import org.gridrollout.core.closure.Origin;
import org.gridrollout.core.closure.PackageFacts;
import org.gridrollout.core.closure.rpm.RpmEcosystem;

/** Reads what the packages of a base mean. */
final class BaseFacts {

    private final BaseRepositories base;
    private final RpmEcosystem ecosystem;

    BaseFacts(BaseRepositories base, RpmEcosystem ecosystem) {
        this.base = base;
        this.ecosystem = ecosystem;
    }

    /**
     * All packages of the snapshot, with those of their files that somebody requires.
     *
     * @param paths that others require and base indexes need not list
     */
    List<PackageFacts> read(BaseSnapshot snapshot, Set<String> paths) {
        List<PackageFacts> facts = new ArrayList<>();
        Set<String> wanted = new HashSet<>(paths);
        base.forEachPackage(snapshot, each -> {
            facts.add(ecosystem.read(each, Origin.BASE));
            wanted.addAll(unlistedPaths(each));
        });
        if (!wanted.isEmpty()) {
            Map<Member, List<String>> owned = owned(snapshot, wanted);
            facts.replaceAll(each -> with(each, owned.getOrDefault(each.member(), List.of())));
        }
        return facts;
    }

    /** Whether a package of the snapshot installs one of the paths. */
    boolean ownsAny(BaseSnapshot snapshot, Set<String> paths) {
        return !base.owners(snapshot, paths).isEmpty();
    }

    /** The paths a package requires that indexes need not list: those outside of what YUM's primary index is bound to. */
    static Set<String> unlistedPaths(SoftwarePackage pack) {
        Set<String> paths = new HashSet<>();
        pack.requires().forEach(each -> {
            String name = each.name();
            if (name.startsWith("/") && !name.startsWith("/etc/") && !name.contains("bin/")) {
                paths.add(name);
            }
        });
        return paths;
    }

    private Map<Member, List<String>> owned(BaseSnapshot snapshot, Set<String> paths) {
        Map<Member, List<String>> owned = new HashMap<>();
        base.owners(snapshot, paths).forEach((path, owners) -> {
            for (PackageRef each : owners) {
                owned.computeIfAbsent(Member.of(each, Origin.BASE), member -> new ArrayList<>())
                        .add(path);
            }
        });
        return owned;
    }

    private static PackageFacts with(PackageFacts facts, List<String> paths) {
        if (paths.isEmpty()) {
            return facts;
        }
        List<String> files = new ArrayList<>(facts.files());
        files.addAll(paths);
        return new PackageFacts(
                facts.member(), facts.provides(), facts.needs(), facts.excludes(), files, facts.fault());
    }
}
