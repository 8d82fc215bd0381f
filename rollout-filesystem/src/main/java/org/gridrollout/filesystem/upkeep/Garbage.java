package org.gridrollout.filesystem.upkeep;

import java.nio.file.Path;
import java.util.Locale;

/**
 * Something on the disk that nobody needs.
 *
 * @param path a file, or a directory with all that is in it
 * @param bytes what the disk gains; 0 for a name whose content stays under another
 * @param why it may go, for a person
 */
public record Garbage(Kind kind, Path path, long bytes, String why) {

    /** What it was. */
    public enum Kind {
        /** What a publication left that was cut off before its commit point. */
        CUT_OFF_PUBLICATION,
        /** The directory of a superseded generation. */
        GENERATION,
        /** An index file that no generation within its grace period names. */
        INDEX,
        /** A package's name in a published tree that does not offer it any more. */
        PACKAGE_LINK,
        /** A package's content. */
        POOL_FILE,
        /** Rendered metadata that nobody will use, or that was never finished. */
        CACHE,
        /** What an intake left that was cut off. */
        CUT_OFF_INTAKE,
        /** What an attempt to open the repository left that was cut off. */
        CUT_OFF_CHECK
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + " " + path + " (" + bytes + " bytes): " + why;
    }
}
