package org.gridrollout.filesystem.yum;

import java.util.List;
import org.gridrollout.api.software.Capability;
import org.gridrollout.api.software.Capability.Relation;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.api.software.SoftwarePackageBuilder;
import org.gridrollout.filesystem.rpm.RpmMetadata;

/** What a client can know of a package from its metadata alone. */
public final class Published {

    private Published() {}

    /** The package as read back from an index. An epoch of 0 is no epoch there, and an empty release none. */
    public static SoftwarePackage view(RpmMetadata rpm, Sha256 sha256, long size) {
        Dependencies dependencies = Dependencies.of(rpm);
        return new SoftwarePackageBuilder()
                .nevra(rpm.nevra())
                .sha256(sha256)
                .size(size)
                .summary(rpm.summary())
                .source(rpm.sourceRpm())
                .provides(canonical(dependencies.provides(), false))
                .requires(canonical(dependencies.requires(), true))
                .conflicts(canonical(dependencies.conflicts(), false))
                .obsoletes(canonical(dependencies.obsoletes(), false))
                .recommends(canonical(dependencies.recommends(), false))
                .suggests(canonical(dependencies.suggests(), false))
                .supplements(canonical(dependencies.supplements(), false))
                .enhances(canonical(dependencies.enhances(), false))
                .files(rpm.files().stream()
                        .map(RpmMetadata.FileEntry::path)
                        .filter(PrimaryFiles::contains)
                        .toList())
                .build();
    }

    private static List<Capability> canonical(List<Capability> all, boolean withPre) {
        return all.stream()
                .map(each -> {
                    String version = each.version().replaceFirst("^0?:", "").replaceFirst("-$", "");
                    Relation relation = version.isEmpty() ? Relation.ANY : each.relation();
                    return new Capability(each.name(), relation, version, withPre && each.pre());
                })
                .toList();
    }
}
