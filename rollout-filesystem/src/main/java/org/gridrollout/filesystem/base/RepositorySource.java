package org.gridrollout.filesystem.base;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Where the files of a repository come from. Hosts may implement it, for a protocol or a cache of their own; everything
 * read is checked afterwards. Thread-safe. Its {@code toString} names the place in error messages.
 */
public interface RepositorySource {

    /**
     * Opens a file. Whoever calls closes it.
     *
     * @param path relative to the repository's root, {@code repodata/repomd.xml}; never leads out of it
     * @throws java.nio.file.NoSuchFileException if there is no such file
     * @throws IOException if it cannot be read
     */
    InputStream open(String path) throws IOException;

    /** A repository in a directory, the one that {@code repodata} is in. */
    static RepositorySource in(Path directory) {
        return new DirectorySource(directory);
    }

    /** A repository over HTTP with a client of its own that follows redirects; a file may take ten minutes. */
    static RepositorySource at(URI root) {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(30))
                .build();
        return at(root, client, Duration.ofMinutes(10));
    }

    /**
     * A repository over HTTP with the host's client (proxy, credentials, certificates).
     *
     * @param patience how long one file may take from the request to its last byte; positive
     */
    static RepositorySource at(URI root, HttpClient client, Duration patience) {
        return new HttpSource(root, client, patience);
    }
}
