package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.filesystem.yum.Codec;
import org.gridrollout.filesystem.yum.Fragments;
import org.gridrollout.filesystem.yum.IndexKind;

/**
 * The members of indexes by their run, compressed and open: an index is a row of them. May be deleted at any time; what is
 * missing, of another run or damaged is put together again from fragments. Thread-safe.
 */
final class RunCache {

    /** What part of the memory that the virtual machine may have is used for members at most. */
    private static final int MEMORY_PARTS = 8;

    private static final Pattern NAME = Pattern.compile("([0-9a-f]{64})-[a-z]+");

    private final Path directory;
    private final Codec codec;
    private final FragmentCache fragments;
    private final Workers workers;
    private final RunMemory memory = new RunMemory(Runtime.getRuntime().maxMemory() / MEMORY_PARTS);

    RunCache(Path root, Codec codec, FragmentCache fragments, Workers workers) {
        this.directory =
                root.resolve("cache").resolve("runs").resolve(codec.suffix().substring(1));
        this.codec = codec;
        this.fragments = fragments;
        this.workers = workers;
    }

    /** Whether a run's members of all indexes are there, whatever they are worth. */
    boolean isThere(Run run) {
        return Arrays.stream(IndexKind.values()).allMatch(kind -> Files.exists(file(run, kind)));
    }

    /**
     * What a run's packages are in the indexes.
     *
     * @param known from runs that it takes the place of
     * @param keepingFragments whether fragments that are not known are kept one by one as well, for the next run they are in
     */
    List<Fragments> render(Run run, Slices known, boolean keepingFragments) throws IOException {
        return rendered(run, sha256 -> {
            Optional<Fragments> slice = known.of(sha256);
            return slice.isPresent() ? slice.get() : keepingFragments ? fragments.keep(sha256) : fragments.of(sha256);
        });
    }

    /** Makes a run's member of one index, {@linkplain PackedMember packed}, and keeps it. */
    byte[] make(Run run, IndexKind kind, List<Fragments> rendered) {
        byte[] open = open(rendered, kind);
        byte[] packed = PackedMember.pack(run.key(), kind, codec.compress(open), open);
        CacheFiles.keep(file(run, kind), packed);
        return packed;
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
        Optional<Sha256> key = keyOf(file);
        return key.isPresent()
                && Arrays.stream(IndexKind.values())
                        .filter(kind -> String.valueOf(file.getFileName()).endsWith("-" + kind.type()))
                        .anyMatch(kind -> PackedMember.unpack(packed, packed.length, key.get(), kind, true)
                                .isPresent());
    }

    /** A run that is in no index any more; if it is in one of another tree, that makes it again when it needs it. */
    void forget(Run run) {
        for (IndexKind kind : IndexKind.values()) {
            CacheFiles.forget(file(run, kind));
        }
        memory.forget(run.key());
    }

    /** Members that this process read more than once. */
    RunMemory memory() {
        return memory;
    }

    /** Where a run's member of one index is, or would be. */
    Path file(Run run, IndexKind kind) {
        String key = run.key().hex();
        return directory.resolve(key.substring(0, 2)).resolve(key + "-" + kind.type());
    }

    /** Makes what the indexes need of a run and keeps it; gives that of one of them. */
    byte[] make(Run run, IndexKind wanted) throws IOException {
        List<Fragments> rendered = rendered(run, fragments::of);
        Map<IndexKind, byte[]> made = new ConcurrentHashMap<>();
        workers.forEach(IndexKind.LARGEST_FIRST, kind -> made.put(kind, make(run, kind, rendered)));
        return Objects.requireNonNull(made.get(wanted));
    }

    private static List<Fragments> rendered(Run run, Rendering rendering) throws IOException {
        List<Fragments> rendered = new ArrayList<>(run.packages().size());
        for (PackageRef each : run.packages()) {
            rendered.add(rendering.of(each.sha256()));
        }
        return rendered;
    }

    private static byte[] open(List<Fragments> rendered, IndexKind kind) {
        int size = rendered.stream().mapToInt(each -> each.of(kind).length).sum();
        ByteBuffer open = ByteBuffer.allocate(size);
        rendered.forEach(each -> open.put(each.of(kind)));
        return open.array();
    }

    private interface Rendering {
        Fragments of(Sha256 sha256) throws IOException;
    }
}
