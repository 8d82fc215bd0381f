package org.gridrollout.filesystem;

import java.nio.file.Path;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Sha256;

/** Where the base snapshots of one platform are kept. */
record BaseShelf(Path root, Platform platform) {

    Path directory() {
        return root.resolve("base").resolve(platform.os()).resolve(platform.arch());
    }

    /** One directory per snapshot, with one repository in each directory below it. */
    Path snapshot(Sha256 id) {
        return directory().resolve(id.hex());
    }

    /** What the snapshot is. */
    Path description(Sha256 id) {
        return snapshot(id).resolve("snapshot");
    }

    /** What is being read; not a snapshot before it is renamed. */
    Path incoming() {
        return directory().resolve(".incoming");
    }

    /** Says which snapshot is pinned. */
    Path pin() {
        return directory().resolve("pinned");
    }

    Path lockFile() {
        return root.resolve("locks").resolve("base").resolve(platform.os()).resolve(platform.arch() + ".lock");
    }

    @Override
    public String toString() {
        return "base of " + platform;
    }
}
