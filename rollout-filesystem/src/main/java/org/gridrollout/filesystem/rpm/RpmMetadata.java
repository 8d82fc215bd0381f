package org.gridrollout.filesystem.rpm;

import java.util.List;
import org.gridrollout.api.software.Capability;
import org.gridrollout.api.software.Nevra;
import org.immutables.value.Value;

/**
 * What one RPM file's headers say, as {@code rpm -qp} would print it. Texts a package does not carry are empty, numbers 0.
 *
 * @param source whether it is a source package; its {@code nevra} then has the architecture {@code src}
 * @param buildTime seconds since the epoch
 * @param installedSize bytes its files take when installed
 * @param archiveSize bytes of the uncompressed payload
 * @param fileSize bytes the whole file must have: one that has another size was cut or extended
 * @param payloadSha256 SHA-256 of all bytes after the main header, in lower-case hexadecimal digits
 * @param headerStart offset of the main header's first byte in the file
 * @param headerEnd offset after the main header's last byte
 * @param requires what must be there, in the package's order, {@code rpmlib(...)} features included
 * @param optionalRequires requires of the old kind that may be missing; not among {@code requires}
 * @param changelog newest first, as stored
 */
@Value.Builder
public record RpmMetadata(
        Nevra nevra,
        boolean source,
        String summary,
        String description,
        String packager,
        String url,
        String license,
        String vendor,
        String group,
        String buildHost,
        String sourceRpm,
        long buildTime,
        long installedSize,
        long archiveSize,
        long fileSize,
        String payloadSha256,
        long headerStart,
        long headerEnd,
        List<Capability> provides,
        List<Capability> requires,
        List<Capability> optionalRequires,
        List<Capability> conflicts,
        List<Capability> obsoletes,
        List<Capability> recommends,
        List<Capability> suggests,
        List<Capability> supplements,
        List<Capability> enhances,
        List<FileEntry> files,
        List<ChangelogEntry> changelog) {

    /** One path the package owns. */
    public record FileEntry(String path, Kind kind) {

        /** What is at the path. */
        public enum Kind {
            FILE,
            DIRECTORY,
            /** Owned, but not in the payload. */
            GHOST
        }
    }

    /**
     * One entry of the package's changelog.
     *
     * @param time seconds since the epoch
     */
    public record ChangelogEntry(String author, long time, String text) {}

    public RpmMetadata {
        provides = List.copyOf(provides);
        requires = List.copyOf(requires);
        optionalRequires = List.copyOf(optionalRequires);
        conflicts = List.copyOf(conflicts);
        obsoletes = List.copyOf(obsoletes);
        recommends = List.copyOf(recommends);
        suggests = List.copyOf(suggests);
        supplements = List.copyOf(supplements);
        enhances = List.copyOf(enhances);
        files = List.copyOf(files);
        changelog = List.copyOf(changelog);
    }

    /** Starts with a binary package of which all texts are empty and all numbers 0; give at least {@code nevra}. */
    public static RpmMetadataBuilder builder() {
        return new RpmMetadataBuilder()
                .source(false)
                .summary("")
                .description("")
                .packager("")
                .url("")
                .license("")
                .vendor("")
                .group("")
                .buildHost("")
                .sourceRpm("")
                .buildTime(0)
                .installedSize(0)
                .archiveSize(0)
                .fileSize(0)
                .payloadSha256("")
                .headerStart(0)
                .headerEnd(0);
    }
}
