package org.gridrollout.filesystem.rpm;

import java.util.ArrayList;
import java.util.List;
import org.gridrollout.api.software.Capability;
import org.jspecify.annotations.Nullable;

/** Takes all dependencies out of a header, in the package's own order. */
final class DependencyReader {

    private final RpmHeader header;
    private final RpmMetadataBuilder into;

    DependencyReader(RpmHeader header, RpmMetadataBuilder into) {
        this.header = header;
        this.into = into;
    }

    void read() throws DamagedRpmException {
        into.provides(capabilities(DependencyTags.PROVIDES));
        into.conflicts(capabilities(DependencyTags.CONFLICTS));
        into.obsoletes(capabilities(DependencyTags.OBSOLETES));
        into.recommends(capabilities(DependencyTags.RECOMMENDS));
        into.suggests(capabilities(DependencyTags.SUGGESTS));
        into.supplements(capabilities(DependencyTags.SUPPLEMENTS));
        into.enhances(capabilities(DependencyTags.ENHANCES));
        readRequires();
        readOldWeakOnes();
    }

    private void readRequires() throws DamagedRpmException {
        for (Dependency each : dependencies(DependencyTags.REQUIRES)) {
            if (each.missingOk()) {
                into.addOptionalRequires(each.asRequirement());
            } else {
                into.addRequires(each.asRequirement());
            }
        }
    }

    private void readOldWeakOnes() throws DamagedRpmException {
        for (Dependency each : dependencies(DependencyTags.OLD_SUGGESTS)) {
            if (each.strong()) {
                into.addRecommends(each.asCapability());
            } else {
                into.addSuggests(each.asCapability());
            }
        }
        for (Dependency each : dependencies(DependencyTags.OLD_ENHANCES)) {
            if (each.strong()) {
                into.addSupplements(each.asCapability());
            } else {
                into.addEnhances(each.asCapability());
            }
        }
    }

    private List<Capability> capabilities(DependencyTags tags) throws DamagedRpmException {
        List<Capability> capabilities = new ArrayList<>();
        for (Dependency each : dependencies(tags)) {
            capabilities.add(each.asCapability());
        }
        return capabilities;
    }

    private List<Dependency> dependencies(DependencyTags tags) throws DamagedRpmException {
        List<String> names = header.texts(tags.nameTag());
        long[] flags = header.numbers(tags.flagsTag());
        List<String> versions = header.texts(tags.versionTag());
        requireParallel(tags, names, flags, versions);
        List<Dependency> dependencies = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            dependencies.add(new Dependency(
                    names.get(i), flags == null ? 0 : flags[i], versions.isEmpty() ? "" : versions.get(i)));
        }
        return dependencies;
    }

    /** Early packages had names only; otherwise all three lists have the same length. */
    private static void requireParallel(
            DependencyTags tags, List<String> names, long @Nullable [] flags, List<String> versions)
            throws DamagedRpmException {
        boolean namesOnly = flags == null && versions.isEmpty();
        boolean parallel = flags != null && flags.length == names.size() && versions.size() == names.size();
        if (!namesOnly && !parallel) {
            throw new DamagedRpmException("its lists of " + tags + " differ in length");
        }
    }
}
