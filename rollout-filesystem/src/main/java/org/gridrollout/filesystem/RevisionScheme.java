package org.gridrollout.filesystem;

/** What {@code repomd.xml} calls its revision. Each rises with every publication. */
public enum RevisionScheme {
    /** Seconds since the epoch, as createrepo_c does; a second more than before where that is not higher. */
    TIME,
    /** The generation's number. */
    GENERATION
}
