package org.gridrollout.filesystem;

import java.nio.file.Path;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Stage;

/** Where everything of one published repository is. */
record Tree(Path root, Stage stage, Platform platform) {

    /** What clients are pointed at. */
    Path directory() {
        return root.resolve(stage.path()).resolve(platform.os()).resolve(platform.arch());
    }

    /** What clients read; the same for all generations. */
    Path repodata() {
        return directory().resolve("repodata");
    }

    /** The symbolic link whose renaming is the commit point. */
    Path link() {
        return generations().resolve("current");
    }

    /** The new link before it is renamed. */
    Path nextLink() {
        return generations().resolve("current.next");
    }

    /** What the link to that generation says; relative, so that the tree can be moved or mirrored. */
    Path linkTarget(long number) {
        return root.getFileSystem().getPath(Long.toString(number));
    }

    Path generations() {
        return directory().resolve(".generations");
    }

    Path generation(long number) {
        return generations().resolve(Long.toString(number));
    }

    /** Which package links the publication under way is going to make. */
    Path intent() {
        return generations().resolve("intent");
    }

    /** One marker for each change set published before the current one. */
    Path changes() {
        return directory().resolve(".changes");
    }

    /** One record for each name of a package file that was collected. */
    Path names() {
        return directory().resolve(".names");
    }

    /** @param location relative to the tree, as the metadata says it */
    Path packageFile(String location) {
        return directory().resolve(location);
    }

    Path lockFile() {
        return root.resolve("locks")
                .resolve(stage.path())
                .resolve(platform.os())
                .resolve(platform.arch() + ".lock");
    }

    @Override
    public String toString() {
        return stage.path() + " " + platform;
    }
}
