package org.gridrollout.benchmarks.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridrollout.benchmarks.ByTurns;
import org.gridrollout.benchmarks.Comparison;
import org.gridrollout.benchmarks.Effort;
import org.gridrollout.benchmarks.Report;
import org.gridrollout.benchmarks.ResultTable;
import org.gridrollout.benchmarks.Trees;
import org.gridrollout.filesystem.Durability;
import org.gridrollout.filesystem.FilesystemRepository;

/** {@code benchmarks/run intake}. */
public final class IntakeBenchmark {

    private static final int PIECE = 64 * 1024;

    private static final int MANY = 100;

    /** Directories that a repository has after its first thousand packages. */
    private static final int SHARDS = 256;

    private static final double TARGET = 0.7;
    private static final double MILLIS_PER_SECOND = 1000;
    private static final double BYTES_PER_MB = 1e6;

    private final List<Comparison> lines = new ArrayList<>();
    private final int rounds;

    private IntakeBenchmark(int rounds) {
        this.rounds = rounds;
    }

    public static void main(String[] options) throws IOException {
        Effort effort = Effort.of(options);
        int rounds = effort == Effort.FULL ? 9 : 5;
        IntakeBenchmark benchmark = new IntakeBenchmark(rounds);
        benchmark.small(PackageDirectory.small(0, 1_000)); // first: the others delete
        benchmark.measure(PackageDirectory.large(1, 256 << 20), "1 package of 256 MiB");
        benchmark.measure(PackageDirectory.large(16, 16 << 20), "16 packages of 16 MiB");
        benchmark.measure(PackageDirectory.large(128, 1 << 20), "128 packages of 1 MiB");
        Report.of(effort)
                .measured("medians of " + rounds + " rounds by turns, after warm-up")
                .note(
                        "SHA-256: the JDK's, one thread, the same bytes from memory in pieces of 64 KiB. Packages come from"
                                + " files in the page cache, one after the other.")
                .note("Two digests are due: of the file, and of its payload against what the header states.")
                .note("Into a repository whose directories are there, as they are after its first thousand packages.")
                .print(new ResultTable("intake", benchmark.lines));
    }

    private void measure(List<Path> files, String size) throws IOException {
        List<byte[]> contents = new ArrayList<>();
        double bytes = 0;
        for (Path each : files) {
            contents.add(Files.readAllBytes(each));
            bytes += Files.size(each);
        }
        Path ground = Ground.fresh("intake");
        Map<String, Double> millis = new ByTurns()
                .add("sha", round -> contents.forEach(IntakeBenchmark::hash))
                .add("unsynced", before(ground, Durability.UNSYNCED, files), intake(ground, Durability.UNSYNCED, files))
                .add("synced", before(ground, Durability.SYNCED, files), intake(ground, Durability.SYNCED, files))
                .medianMillis(4, rounds);
        double megabytes = bytes / BYTES_PER_MB;
        double sha = megabytes / millis.get("sha") * MILLIS_PER_SECOND;
        lines.add(rate("intake", size, megabytes / millis.get("unsynced") * MILLIS_PER_SECOND, sha)
                .whereRatio("ratio >= 0.7", ratio -> ratio >= TARGET));
        lines.add(rate("intake, synced", size, megabytes / millis.get("synced") * MILLIS_PER_SECOND, sha));
        Trees.delete(ground);
    }

    /** Small packages cost by their number. */
    private void small(List<Path> files) throws IOException {
        Path ground = Ground.fresh("intake");
        Map<String, Double> millis = new ByTurns()
                .add("unsynced", intoEmpty(ground, Durability.UNSYNCED), intake(ground, Durability.UNSYNCED, files))
                .add("synced", intoEmpty(ground, Durability.SYNCED), intake(ground, Durability.SYNCED, files))
                .medianMillis(2, rounds);
        for (String each : List.of("unsynced", "synced")) {
            lines.add(Comparison.alone(
                    "intake, " + each,
                    files.size() + " small packages",
                    files.size() / millis.get(each) * MILLIS_PER_SECOND,
                    "packages/s"));
        }
        Trees.delete(ground);
    }

    private static ByTurns.Work before(Path ground, Durability durability, List<Path> files) {
        return files.size() < MANY ? emptied(ground, durability) : intoEmpty(ground, durability);
    }

    /** Few files of many bytes: kept, they would be written to the disk while the next are measured. */
    private static ByTurns.Work emptied(Path ground, Durability durability) {
        return round -> {
            Trees.delete(ground);
            intoEmpty(ground, durability).run(round);
        };
    }

    /** Many files: deleted, they would make ext4 take up to a millisecond to create another for seconds. */
    private static ByTurns.Work intoEmpty(Path ground, Durability durability) {
        return round -> {
            Path root = root(ground, durability, round);
            Ground.open(root, durability);
            for (int i = 0; i < SHARDS; i++) {
                String shard = "%02x".formatted(i);
                Files.createDirectories(root.resolve("pool/sha256").resolve(shard));
                Files.createDirectories(root.resolve("cache/fragments").resolve(shard));
            }
        };
    }

    private static ByTurns.Work intake(Path ground, Durability durability, List<Path> files) {
        return round -> {
            FilesystemRepository repository = Ground.open(root(ground, durability, round), durability);
            files.forEach(each -> Ground.takeIn(repository, each));
        };
    }

    private static Path root(Path ground, Durability durability, int round) {
        return ground.resolve(durability + "-" + round);
    }

    private static Comparison rate(String work, String size, double ours, double sha) {
        return Comparison.of(work, size, ours, sha, "SHA-256", "MB/s");
    }

    private static void hash(byte[] content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (int at = 0; at < content.length; at += PIECE) {
                digest.update(content, at, Math.min(PIECE, content.length - at));
            }
            digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
