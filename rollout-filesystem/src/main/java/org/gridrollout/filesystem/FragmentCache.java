package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.filesystem.yum.Digests;
import org.gridrollout.filesystem.yum.Fragments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rendered fragments by package digest. May be deleted at any time: what is missing, of another version or damaged is
 * rendered again from the pool. Not synced, since its checksum finds out. Thread-safe.
 */
final class FragmentCache {

    private static final Logger LOG = LoggerFactory.getLogger(FragmentCache.class);

    /** "GRF" and the version of what is rendered. */
    private static final int MAGIC = 0x47524600 | Fragments.VERSION;

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");
    private static final int DIGEST = 64;
    private static final int HEAD = DIGEST + 4 * Integer.BYTES;

    private final Path directory;
    private final Pool pool;

    FragmentCache(Path root, Pool pool) {
        this.directory = root.resolve("cache").resolve("fragments");
        this.pool = pool;
    }

    /** A package's fragments, rendered if they are not kept. */
    Fragments of(Sha256 sha256) throws IOException {
        Optional<Fragments> kept = load(sha256);
        if (kept.isPresent()) {
            return kept.get();
        }
        StoredPackage stored = pool.find(sha256)
                .orElseThrow(() -> new RepositoryException("Package " + pool.path(sha256)
                        + " is in the index but no longer in the pool; take it in again"));
        return keep(stored, pool.path(sha256).toString());
    }

    /**
     * Renders and keeps; a cache that cannot be written is no reason to fail.
     *
     * @throws org.gridrollout.api.spi.UnreadablePackageException if the package says what metadata cannot carry
     */
    private Fragments keep(StoredPackage stored, String origin) {
        Fragments fragments = stored.render(origin);
        Path file = file(stored.sha256());
        Path temporary = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            Files.createDirectories(temporary.getParent());
            Files.write(temporary, pack(fragments));
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("Cannot keep rendered metadata in {}, goes on without: {}", file, e.toString());
        }
        return fragments;
    }

    /** Makes sure that a package can be rendered, before it is kept. */
    void admit(StoredPackage stored, String origin) {
        if (!Files.exists(file(stored.sha256()))) {
            keep(stored, origin);
        }
    }

    /** Every file of it, unfinished ones included. */
    List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path shard : Trees.entries(directory)) {
            files.addAll(Trees.entries(shard));
        }
        return files;
    }

    /** Whose fragments a file is; empty if it was never finished. */
    static Optional<Sha256> packageOf(Path file) {
        String name = String.valueOf(file.getFileName());
        return NAME.matcher(name).matches() ? Optional.of(new Sha256(name)) : Optional.empty();
    }

    /** Whether a file of it is as it was written. */
    static boolean isWhole(byte[] packed) {
        return unpack(packed).isPresent();
    }

    private Optional<Fragments> load(Sha256 sha256) throws IOException {
        try {
            return unpack(Files.readAllBytes(file(sha256)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private Path file(Sha256 sha256) {
        return directory.resolve(sha256.hex().substring(0, 2)).resolve(sha256.hex());
    }

    private static byte[] pack(Fragments fragments) {
        byte[] primary = fragments.primary();
        byte[] filelists = fragments.filelists();
        byte[] other = fragments.other();
        ByteBuffer packed = ByteBuffer.allocate(HEAD + primary.length + filelists.length + other.length);
        packed.position(DIGEST);
        packed.putInt(MAGIC).putInt(primary.length).putInt(filelists.length).putInt(other.length);
        packed.put(primary).put(filelists).put(other);
        byte[] digest = digest(packed.array());
        System.arraycopy(digest, 0, packed.array(), 0, DIGEST);
        return packed.array();
    }

    private static Optional<Fragments> unpack(byte[] packed) {
        if (packed.length < HEAD || !Arrays.equals(digest(packed), Arrays.copyOf(packed, DIGEST))) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(packed).position(DIGEST);
        if (buffer.getInt() != MAGIC) {
            return Optional.empty();
        }
        byte[] primary = new byte[buffer.getInt()];
        byte[] filelists = new byte[buffer.getInt()];
        byte[] other = new byte[buffer.getInt()];
        buffer.get(primary).get(filelists).get(other);
        return Optional.of(new Fragments(primary, filelists, other));
    }

    private static byte[] digest(byte[] packed) {
        return Digests.of(Arrays.copyOfRange(packed, DIGEST, packed.length))
                .hex()
                .getBytes(StandardCharsets.US_ASCII);
    }
}
