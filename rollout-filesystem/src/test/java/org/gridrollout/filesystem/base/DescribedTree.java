package org.gridrollout.filesystem.base;

import java.util.ArrayList;
import java.util.List;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.filesystem.rpm.RpmMetadata;
import org.gridrollout.filesystem.rpm.RpmMetadata.FileEntry;
import org.gridrollout.filesystem.yum.IndexKind;
import org.gridrollout.filesystem.yum.IndexedSamples;

/** Makes somebody else's repository of packages that were never built. */
public final class DescribedTree {

    private DescribedTree() {}

    /** With primary and file lists. */
    public static ForeignTree of(List<SoftwarePackage> packages) {
        List<byte[]> primary = new ArrayList<>();
        List<byte[]> filelists = new ArrayList<>();
        for (SoftwarePackage each : packages) {
            RpmMetadata rpm = describe(each);
            primary.add(IndexedSamples.primary(rpm, each.sha256(), each.size()));
            filelists.add(IndexedSamples.filelists(rpm, each.sha256()));
        }
        return new ForeignTree()
                .with("primary", Compression.GZIP, IndexedSamples.index(IndexKind.PRIMARY, primary))
                .with("filelists", Compression.GZIP, IndexedSamples.index(IndexKind.FILELISTS, filelists));
    }

    private static RpmMetadata describe(SoftwarePackage of) {
        return RpmMetadata.builder()
                .nevra(of.nevra())
                .summary(of.summary())
                .sourceRpm(of.source())
                .provides(of.provides())
                .requires(of.requires())
                .conflicts(of.conflicts())
                .obsoletes(of.obsoletes())
                .recommends(of.recommends())
                .suggests(of.suggests())
                .supplements(of.supplements())
                .enhances(of.enhances())
                .files(of.files().stream()
                        .map(each -> new FileEntry(each, FileEntry.Kind.FILE))
                        .toList())
                .build();
    }
}
