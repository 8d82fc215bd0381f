package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.filesystem.yum.Codec;
import org.gridrollout.filesystem.yum.Fragments;
import org.gridrollout.filesystem.yum.IndexKind;
import org.gridrollout.filesystem.yum.Member;

/**
 * The members of indexes by their run, compressed and open: an index is a row of them. May be deleted at any time; what is
 * missing, of another run or damaged is put together again from fragments. A CRC-32C finds damage: it is what gzip itself
 * would find it by, and costs a tenth of a SHA-256. Thread-safe.
 */
final class RunCache {

    /** "GRM" and the version of this layout. */
    private static final int MAGIC = 0x47524D02;

    private static final Pattern NAME = Pattern.compile("([0-9a-f]{64})-[a-z]+");
    private static final int KEY_AT = 2 * Integer.BYTES;
    private static final int HEAD = KEY_AT + 32 + 2 * Integer.BYTES;

    private final Path directory;
    private final Codec codec;
    private final FragmentCache fragments;
    private final Workers workers;

    RunCache(Path root, Codec codec, FragmentCache fragments, Workers workers) {
        this.directory =
                root.resolve("cache").resolve("runs").resolve(codec.suffix().substring(1));
        this.codec = codec;
        this.fragments = fragments;
        this.workers = workers;
    }

    /**
     * Makes what is missing of a run.
     *
     * @param known from runs that it takes the place of
     * @param keepingFragments whether fragments that are not known are kept one by one as well, for the next run they are in
     */
    void prepare(Run run, Slices known, boolean keepingFragments) throws IOException {
        for (IndexKind kind : IndexKind.values()) {
            if (!Files.exists(file(run, kind))) {
                make(run, sha256 -> {
                    Optional<Fragments> slice = known.of(sha256);
                    return slice.isPresent()
                            ? slice.get()
                            : keepingFragments ? fragments.keep(sha256) : fragments.of(sha256);
                });
                return;
            }
        }
    }

    /** A reader of the members of one index. */
    Reader reader(IndexKind kind) {
        return new Reader(kind);
    }

    /** Every file of every codec's, unfinished ones included. */
    List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path each : Trees.entries(directory.resolveSibling(""))) {
            for (Path shard : Trees.entries(each)) {
                files.addAll(Trees.entries(shard));
            }
        }
        return files;
    }

    /** The key of the run that a file is of; empty if it was never finished. */
    static Optional<Sha256> keyOf(Path file) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        return name.matches() ? Optional.of(new Sha256(name.group(1))) : Optional.empty();
    }

    /** Whether a file of it is as it was written under that name. */
    static boolean isWhole(Path file, byte[] packed) {
        if (packed.length < HEAD) {
            return false;
        }
        ByteBuffer head = ByteBuffer.wrap(packed);
        return head.getInt(0) == checksum(packed, packed.length)
                && Arrays.stream(IndexKind.values())
                        .anyMatch(kind -> String.valueOf(file.getFileName()).endsWith("-" + kind.type())
                                && head.getInt(Integer.BYTES) == magic(kind))
                && keyOf(file)
                        .filter(key -> head.slice(KEY_AT, 32).equals(ByteBuffer.wrap(key.toBytes())))
                        .isPresent();
    }

    /** A run that is in no index any more; if it is in one of another tree, that makes it again when it needs it. */
    void forget(Run run) {
        for (IndexKind kind : IndexKind.values()) {
            CacheFiles.forget(file(run, kind));
        }
    }

    private Path file(Run run, IndexKind kind) {
        String key = run.key().hex();
        return directory.resolve(key.substring(0, 2)).resolve(key + "-" + kind.type());
    }

    private Map<IndexKind, byte[]> make(Run run, Rendering rendering) throws IOException {
        List<Fragments> rendered = new ArrayList<>(run.packages().size());
        for (PackageRef each : run.packages()) {
            rendered.add(rendering.of(each.sha256()));
        }
        Map<IndexKind, byte[]> made = new ConcurrentHashMap<>();
        workers.forEach(IndexKind.LARGEST_FIRST, kind -> {
            byte[] packed = pack(run, kind, open(rendered, kind));
            CacheFiles.keep(file(run, kind), packed);
            made.put(kind, packed);
        });
        return made;
    }

    private static byte[] open(List<Fragments> rendered, IndexKind kind) {
        int size = rendered.stream().mapToInt(each -> each.of(kind).length).sum();
        ByteBuffer open = ByteBuffer.allocate(size);
        rendered.forEach(each -> open.put(each.of(kind)));
        return open.array();
    }

    private byte[] pack(Run run, IndexKind kind, byte[] open) {
        byte[] closed = codec.compress(open);
        ByteBuffer packed = ByteBuffer.allocate(HEAD + closed.length + open.length);
        packed.position(Integer.BYTES);
        packed.putInt(magic(kind))
                .put(run.key().toBytes())
                .putInt(closed.length)
                .putInt(open.length);
        packed.put(closed).put(open);
        packed.putInt(0, checksum(packed.array(), packed.capacity()));
        return packed.array();
    }

    /** A run has one key in all three indexes: what is another's must not be taken for this one's. */
    private static int magic(IndexKind kind) {
        return MAGIC ^ kind.type().hashCode();
    }

    private static int checksum(byte[] packed, int length) {
        CRC32C crc = new CRC32C();
        crc.update(packed, Integer.BYTES, length - Integer.BYTES);
        return (int) crc.getValue();
    }

    private interface Rendering {
        Fragments of(Sha256 sha256) throws IOException;
    }

    /** Reads one after the other into the same memory. Not thread-safe. */
    final class Reader {

        private static final int PIECE = 64 * 1024;

        private final IndexKind kind;
        private final ByteBuffer piece =
                ByteBuffer.allocateDirect(PIECE); // what the JDK reads into faster than an array
        private byte[] buffer = new byte[8 * PIECE];

        private Reader(IndexKind kind) {
            this.kind = kind;
        }

        /** A run's member, made if it is not kept; valid until the next is read. */
        Member read(Run run) throws IOException {
            Optional<Member> kept = find(run);
            if (kept.isPresent()) {
                return kept.get();
            }
            byte[] made = Objects.requireNonNull(make(run, fragments::of).get(kind));
            buffer = made.length > buffer.length ? made : buffer;
            System.arraycopy(made, 0, buffer, 0, made.length);
            return member();
        }

        /** A run's member if it is kept; valid until the next is read. */
        Optional<Member> find(Run run) throws IOException {
            int length = load(file(run, kind));
            return holds(run, length) ? Optional.of(member()) : Optional.empty();
        }

        private Member member() {
            ByteBuffer head = ByteBuffer.wrap(buffer);
            return new Member(buffer, HEAD, head.getInt(HEAD - 2 * Integer.BYTES), head.getInt(HEAD - Integer.BYTES));
        }

        /** Whether the buffer's first bytes are, beyond reasonable doubt, what was written for that run. */
        private boolean holds(Run run, int length) {
            if (length < HEAD) {
                return false;
            }
            ByteBuffer head = ByteBuffer.wrap(buffer);
            long expected = (long) HEAD + head.getInt(HEAD - 2 * Integer.BYTES) + head.getInt(HEAD - Integer.BYTES);
            return head.getInt(Integer.BYTES) == magic(kind)
                    && head.slice(KEY_AT, 32).equals(ByteBuffer.wrap(run.key().toBytes()))
                    && length == expected
                    && head.getInt(0) == checksum(buffer, length);
        }

        /** How many bytes were there to read; none if there is no such file. */
        private int load(Path file) throws IOException {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                int size = Math.toIntExact(Math.min(channel.size(), Integer.MAX_VALUE / 2));
                if (size > buffer.length) {
                    buffer = new byte[size + size / 4];
                }
                int length = 0;
                while (length < size) {
                    piece.clear().limit(Math.min(PIECE, size - length));
                    int count = channel.read(piece);
                    if (count < 0) {
                        break;
                    }
                    piece.flip().get(buffer, length, count);
                    length += count;
                }
                return length;
            } catch (NoSuchFileException e) {
                return 0;
            }
        }
    }
}
