package org.gridrollout.testkit.faults;

import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.jspecify.annotations.Nullable;

/**
 * Where a path ends.
 *
 * @param asked the path as it was given, for errors
 * @param real the same place, absolute and without symbolic links on the way
 * @param name empty for the root
 * @param node what is there; nothing, if the name is free
 */
record Place(
        DiskPath asked,
        DiskPath real,
        DirectoryNode directory,
        String name,
        @Nullable Node node) {

    Node required() throws NoSuchFileException {
        if (node == null) {
            throw new NoSuchFileException(asked.toString());
        }
        return node;
    }

    DirectoryNode requiredDirectory() throws NoSuchFileException, NotDirectoryException {
        if (required() instanceof DirectoryNode found) {
            return found;
        }
        throw new NotDirectoryException(asked.toString());
    }
}
