package org.gridrollout.filesystem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.filesystem.yum.Digests;

/** Which contents of the pool are what their names say, each hashed once. Thread-safe. */
final class PoolHealth {

    private final Pool pool;
    private final Map<Sha256, Sha256> actual = new ConcurrentHashMap<>();

    PoolHealth(Pool pool) {
        this.pool = pool;
    }

    /** The digest that a file really has. */
    Sha256 actual(Sha256 named) throws IOException {
        Sha256 known = actual.get(named);
        if (known != null) {
            return known;
        }
        try (InputStream in = Files.newInputStream(pool.path(named))) {
            Sha256 digest = Digests.of(in);
            actual.put(named, digest);
            return digest;
        }
    }

    /** Whether the pool has that content, unchanged. */
    boolean isWhole(Sha256 named) throws IOException {
        try {
            return Files.exists(pool.path(named)) && actual(named).equals(named);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** The file was replaced. */
    void forget(Sha256 named) {
        actual.remove(named);
    }
}
