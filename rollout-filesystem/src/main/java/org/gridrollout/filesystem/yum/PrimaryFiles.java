package org.gridrollout.filesystem.yum;

/** The paths that primary lists, so that most file dependencies resolve without filelists. Every client knows this rule. */
final class PrimaryFiles {

    private PrimaryFiles() {}

    static boolean contains(String path) {
        return path.startsWith("/etc/") || path.equals("/usr/lib/sendmail") || path.contains("bin/");
    }
}
