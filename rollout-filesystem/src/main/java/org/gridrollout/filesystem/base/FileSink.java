package org.gridrollout.filesystem.base;

import java.io.IOException;
import java.io.OutputStream;

/** Where copies of a repository's metadata go. */
@FunctionalInterface
public interface FileSink {

    /**
     * A new file; closed by whoever asked for it.
     *
     * @param path relative, {@code repodata/repomd.xml}; never leads out of the place
     */
    OutputStream create(String path) throws IOException;
}
