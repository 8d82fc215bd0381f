package org.gridrollout.filesystem;

/** Whether {@code repomd.xml} says what the three large indexes are when they are uncompressed. Their size it always says. */
public enum OpenChecksums {
    /** As createrepo_c does. All of their XML is hashed at each publication: in a large repository most of what it costs. */
    STATED,
    /**
     * dnf checks an index by its checksum alone, and asks for no other. Other readers of repositories may: try those that yours
     * are mirrored with.
     */
    LEFT_OUT
}
