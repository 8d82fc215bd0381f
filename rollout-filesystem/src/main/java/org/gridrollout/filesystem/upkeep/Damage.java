package org.gridrollout.filesystem.upkeep;

import java.nio.file.Path;

/**
 * Something that is not as it was published.
 *
 * @param path the file it was found at, or where one is missing
 * @param sentence what is wrong
 * @param remedy what to do: what {@code repair()} does, or what a person has to
 */
public record Damage(Kind kind, Path path, String sentence, String remedy) {

    /** What sort of damage; the declaration's order is that of a search. */
    public enum Kind {
        /** A file in the pool whose content is not what its name says. */
        POOL_FILE_CORRUPT,
        /** A package that a tree offers, or owes in its grace period, and the pool does not have. */
        POOL_FILE_MISSING,
        /** Something kept to save work that fails its checksum. */
        CACHE_CORRUPT,
        /** A tree that does not say which generation is current, says one that is not there, or leads clients elsewhere. */
        LINK_BROKEN,
        /** A generation's manifest that fails its checksum or is not there. */
        MANIFEST_CORRUPT,
        /** The record of what a generation tells about its packages that is missing or changed. */
        ADVISORIES_CORRUPT,
        /** A {@code repomd.xml} that is missing, unreadable, or does not agree with the manifest. */
        REPOMD_WRONG,
        /** A signature of {@code repomd.xml} that is missing or does not fit it. */
        SIGNATURE_WRONG,
        /** An index of the current generation that is missing, or not what {@code repomd.xml} says. */
        INDEX_CORRUPT,
        /** Indexes that are whole but list other packages than the manifest. */
        INDEX_WRONG,
        /** An index of an earlier generation, in its grace period, that is missing or changed. */
        EARLIER_INDEX_CORRUPT,
        /** A package that is offered, or in its grace period, and has no file in the tree. */
        PACKAGE_MISSING,
        /** A package whose file in the tree has other content. */
        PACKAGE_CORRUPT,
        /** A package whose file in the tree is right, but a copy instead of a link to the pool. */
        PACKAGE_COPIED,
        /** A record of what became of a change set, or of a file name once offered, that fails its checksum. */
        RECORD_CORRUPT,
        /** A file that nothing here explains. */
        STRAY
    }

    @Override
    public String toString() {
        return sentence + " " + remedy;
    }
}
