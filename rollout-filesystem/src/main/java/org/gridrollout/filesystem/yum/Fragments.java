package org.gridrollout.filesystem.yum;

import java.nio.charset.StandardCharsets;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.spi.UnreadablePackageException;
import org.gridrollout.filesystem.rpm.RpmMetadata;

/**
 * One package's part of each index, UTF-8. A pure function of the package file and its place, so it can be kept for as
 * long as {@link #VERSION} stays. The arrays are not to be changed.
 */
@SuppressWarnings("ArrayRecordComponent") // passed on to streams as they are; nobody compares them
public record Fragments(byte[] primary, byte[] filelists, byte[] other) {

    /** Rises with every change of what is rendered; kept fragments of another version are worthless. */
    public static final int VERSION = 1;

    private static final int BEGINNING = 128;

    /**
     * Renders a package.
     *
     * @param size the file's bytes
     * @param location where clients find it, relative to the repository's root
     * @param origin where the package comes from, for error messages
     * @throws UnreadablePackageException if it says something that XML cannot carry
     */
    public static Fragments render(RpmMetadata rpm, Sha256 sha256, long size, String location, String origin) {
        return new Fragments(
                PrimaryFragment.render(new XmlText(origin), rpm, sha256, size, location),
                FilelistsFragment.render(new XmlText(origin), rpm, sha256),
                OtherFragment.render(new XmlText(origin), rpm, sha256));
    }

    /** Whether they are about the package of that content: the filelists' part begins with its digest. */
    public boolean areOf(Sha256 sha256) {
        int end = Math.min(filelists.length, BEGINNING);
        return new String(filelists, 0, end, StandardCharsets.UTF_8).contains("\"" + sha256 + "\"");
    }

    /** The part of that index. */
    public byte[] of(IndexKind kind) {
        return switch (kind) {
            case PRIMARY -> primary;
            case FILELISTS -> filelists;
            case OTHER -> other;
        };
    }
}
