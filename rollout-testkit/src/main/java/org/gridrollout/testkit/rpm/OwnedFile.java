package org.gridrollout.testkit.rpm;

import java.nio.charset.StandardCharsets;

/**
 * One path of a package.
 *
 * @param path absolute; a bare name in a source package
 * @param text its content; empty for directories and ghosts
 * @param mode type and permissions as {@code stat} gives them
 * @param ghost whether it is owned without being in the payload
 */
record OwnedFile(String path, String text, int mode, boolean ghost) {

    private static final int REGULAR = 0100000;
    private static final int DIRECTORY = 0040000;

    static OwnedFile regular(String path, String text, int permissions) {
        return new OwnedFile(path, text, REGULAR | permissions, false);
    }

    static OwnedFile directory(String path, int permissions) {
        return new OwnedFile(path, "", DIRECTORY | permissions, false);
    }

    static OwnedFile ghost(String path, int permissions) {
        return new OwnedFile(path, "", REGULAR | permissions, true);
    }

    /** What is stored for it. */
    byte[] content() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    boolean isDirectory() {
        return (mode & DIRECTORY) != 0;
    }

    /** Everything up to and with the last slash. */
    String directoryName() {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** Everything after the last slash. */
    String baseName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
