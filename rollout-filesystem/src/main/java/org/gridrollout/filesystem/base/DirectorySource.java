package org.gridrollout.filesystem.base;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A repository in a directory. */
record DirectorySource(Path directory) implements RepositorySource {

    @Override
    public InputStream open(String path) throws IOException {
        return Files.newInputStream(directory.resolve(path));
    }

    @Override
    public String toString() {
        return directory.toString();
    }
}
