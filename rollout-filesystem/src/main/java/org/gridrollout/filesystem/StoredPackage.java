package org.gridrollout.filesystem;

import java.util.Optional;
import org.gridrollout.api.software.Capability;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.software.Signature;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.api.software.SoftwarePackageBuilder;
import org.gridrollout.filesystem.rpm.RpmMetadata;
import org.gridrollout.filesystem.yum.Fragments;

/** A package in the pool and what its headers say. */
record StoredPackage(RpmMetadata rpm, Sha256 sha256, long size) {

    /** Its part of the metadata. */
    Fragments render(String origin) {
        return Fragments.render(rpm, sha256, size, PackageLocation.of(rpm.nevra()), origin);
    }

    /** It as the core sees it; {@code rpmlib(...)} features are rpm's own affair and no requirement on other packages. */
    SoftwarePackage describe(Optional<Signature> signature) {
        return new SoftwarePackageBuilder()
                .source(rpm.sourceRpm())
                .nevra(rpm.nevra())
                .sha256(sha256)
                .size(size)
                .summary(rpm.summary())
                .provides(rpm.provides())
                .requires(rpm.requires().stream()
                        .filter(StoredPackage::onPackages)
                        .toList())
                .conflicts(rpm.conflicts())
                .obsoletes(rpm.obsoletes())
                .addAllRecommends(rpm.optionalRequires())
                .addAllRecommends(rpm.recommends())
                .suggests(rpm.suggests())
                .supplements(rpm.supplements())
                .enhances(rpm.enhances())
                .signature(signature)
                .files(rpm.files().stream().map(RpmMetadata.FileEntry::path).toList())
                .build();
    }

    private static boolean onPackages(Capability required) {
        return !required.name().startsWith("rpmlib(");
    }
}
