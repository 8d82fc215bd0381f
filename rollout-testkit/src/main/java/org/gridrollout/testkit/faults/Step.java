package org.gridrollout.testkit.faults;

/**
 * One thing a process asked a disk to do. Reading is no step: it leaves nothing behind.
 *
 * @param path what it was done to; of a renaming, the new name
 */
public record Step(Kind kind, String path) {

    /** What can be asked of a disk. */
    public enum Kind {
        CREATE_FILE(true, true),
        WRITE(true, false),
        TRUNCATE(false, false),
        /** {@code fsync} of a file. */
        FORCE(false, false),
        CREATE_DIRECTORY(true, true),
        LINK(true, true),
        SYMBOLIC_LINK(true, true),
        RENAME(false, true),
        DELETE(false, true),
        /** {@code fsync} of a directory. */
        SYNC_DIRECTORY(false, false),
        SET_TIMES(false, true);

        private final boolean takesSpace;
        private final boolean asksForPermission;

        Kind(boolean takesSpace, boolean asksForPermission) {
            this.takesSpace = takesSpace;
            this.asksForPermission = asksForPermission;
        }

        boolean takesSpace() {
            return takesSpace;
        }

        boolean asksForPermission() {
            return asksForPermission;
        }

        boolean changes() {
            return this != FORCE && this != SYNC_DIRECTORY;
        }
    }

    @Override
    public String toString() {
        return kind + " " + path;
    }
}
