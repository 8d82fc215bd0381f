package org.gridrollout.filesystem;

/** What a publication survives. Killing the process is harmless with either. */
public enum Durability {
    /** Every file and directory is on the disk before the commit point: power may fail at any time. */
    SYNCED,
    /** Left to the operating system: for tests, and for trees that can be made again. */
    UNSYNCED
}
