package org.gridrollout.filesystem;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.filesystem.yum.Digests;
import org.gridrollout.filesystem.yum.Fragments;

/**
 * Rendered fragments by package digest. May be deleted at any time: what is missing, of another version or damaged is
 * rendered again from the pool. Not synced, since its checksum finds out. Thread-safe.
 */
final class FragmentCache {

    /** "GF", the version of this layout and that of what is rendered. */
    private static final int MAGIC = 0x47460200 | Fragments.VERSION;

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");
    private static final int DIGEST = 64;

    private final Path directory;
    private final Pool pool;

    FragmentCache(Path root, Pool pool) {
        this.directory = root.resolve("cache").resolve("fragments");
        this.pool = pool;
    }

    /** What a package says of itself and its fragments. */
    private record Kept(Nevra nevra, Fragments fragments) {}

    /** A package's fragments, rendered if they are not kept. */
    Fragments of(Sha256 sha256) throws IOException {
        Optional<Kept> kept = load(sha256);
        return kept.isPresent() ? kept.get().fragments() : stored(sha256).render(origin(sha256));
    }

    /** The same; what is rendered is kept. */
    Fragments keep(Sha256 sha256) throws IOException {
        Optional<Kept> kept = load(sha256);
        return (kept.isPresent() ? kept.get() : keep(stored(sha256), origin(sha256))).fragments();
    }

    /** Which package that content is; none if it is not in the pool. */
    Optional<Nevra> identify(Sha256 sha256) throws IOException {
        if (!Files.exists(pool.path(sha256))) {
            return Optional.empty();
        }
        Optional<Kept> kept = load(sha256);
        return kept.isPresent() ? Optional.of(kept.get().nevra()) : pool.identify(sha256);
    }

    private StoredPackage stored(Sha256 sha256) throws IOException {
        return pool.find(sha256)
                .orElseThrow(() -> new RepositoryException("Package " + pool.path(sha256)
                        + " is in the index but no longer in the pool; take it in again"));
    }

    private String origin(Sha256 sha256) {
        return pool.path(sha256).toString();
    }

    /**
     * Renders and keeps; a cache that cannot be written is no reason to fail.
     *
     * @throws org.gridrollout.api.spi.UnreadablePackageException if the package says what metadata cannot carry
     */
    private Kept keep(StoredPackage stored, String origin) {
        Kept made = new Kept(stored.rpm().nevra(), stored.render(origin));
        CacheFiles.keep(file(stored.sha256()), pack(made));
        return made;
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

    /** Whether a file of it is as it was written under that name. */
    static boolean isWhole(Path file, byte[] packed) throws IOException {
        Optional<Sha256> owner = packageOf(file);
        return owner.isPresent() && unpack(packed, owner.get()).isPresent();
    }

    private Optional<Kept> load(Sha256 sha256) throws IOException {
        try {
            return unpack(Files.readAllBytes(file(sha256)), sha256);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private Path file(Sha256 sha256) {
        return directory.resolve(sha256.hex().substring(0, 2)).resolve(sha256.hex());
    }

    private static byte[] pack(Kept kept) {
        Nevra nevra = kept.nevra();
        Fragments fragments = kept.fragments();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        packed.writeBytes(new byte[DIGEST]);
        try (DataOutputStream out = new DataOutputStream(packed)) {
            out.writeInt(MAGIC);
            out.writeUTF(nevra.name());
            out.writeLong(nevra.evr().epoch());
            out.writeUTF(nevra.evr().version());
            out.writeUTF(nevra.evr().release());
            out.writeUTF(nevra.arch());
            for (byte[] each : List.of(fragments.primary(), fragments.filelists(), fragments.other())) {
                out.writeInt(each.length);
                out.write(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        byte[] bytes = packed.toByteArray();
        System.arraycopy(digest(bytes), 0, bytes, 0, DIGEST);
        return bytes;
    }

    /** Empty if it is damaged, of another version, or another package's. */
    private static Optional<Kept> unpack(byte[] packed, Sha256 sha256) throws IOException {
        if (packed.length < DIGEST || !Arrays.equals(digest(packed), Arrays.copyOf(packed, DIGEST))) {
            return Optional.empty();
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed, DIGEST, packed.length - DIGEST));
        if (in.readInt() != MAGIC) {
            return Optional.empty();
        }
        String name = in.readUTF();
        Evr evr = new Evr(in.readLong(), in.readUTF(), in.readUTF());
        Nevra nevra = new Nevra(name, evr, in.readUTF());
        Kept kept = new Kept(nevra, new Fragments(bytes(in), bytes(in), bytes(in)));
        return Optional.of(kept).filter(each -> each.fragments().areOf(sha256));
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }

    private static byte[] digest(byte[] packed) {
        MessageDigest digest = Digests.start();
        Digests.feed(digest, packed, DIGEST, packed.length - DIGEST);
        return Digests.finish(digest).hex().getBytes(StandardCharsets.US_ASCII);
    }
}
