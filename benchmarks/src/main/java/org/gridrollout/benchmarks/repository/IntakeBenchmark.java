package org.gridrollout.benchmarks.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
        Path ground = Ground.fresh("intake");
        benchmark.small(ground.resolve("small"), PackageDirectory.small(0, 1_000));
        benchmark.measure(ground.resolve("1"), PackageDirectory.large(128, 1 << 20), "128 packages of 1 MiB");
        benchmark.measure(ground.resolve("16"), PackageDirectory.large(16, 16 << 20), "16 packages of 16 MiB");
        benchmark.measure(ground.resolve("256"), PackageDirectory.large(1, 256 << 20), "1 package of 256 MiB");
        Trees.delete(ground); // not before: for minutes after many were deleted ext4 takes long to create a file
        Report.of(effort)
                .measured("medians of " + rounds + " rounds by turns, after warm-up")
                .note(
                        "SHA-256: the JDK's, one thread, the same bytes from memory in pieces of 64 KiB. Packages come from"
                                + " files in the page cache, one after the other; several at once by as many threads"
                                + " as there are processors.")
                .note("Two digests are due: of the file, and of its payload against what the header states.")
                .note("Plain copy: a loop of one thread that reads a file and writes it to another.")
                .note("Into a repository whose directories are there, as they are after its first thousand packages.")
                .print(new ResultTable("intake", benchmark.lines));
    }

    private void measure(Path ground, List<Path> files, String size) throws IOException {
        List<byte[]> contents = new ArrayList<>();
        double bytes = 0;
        for (Path each : files) {
            contents.add(Files.readAllBytes(each));
            bytes += Files.size(each);
        }
        PlainCopy copy = new PlainCopy(files, ground.resolve("copies"));
        ByTurns byTurns = new ByTurns()
                .add("sha", round -> contents.forEach(PlainCopy::hash))
                .add(
                        "two sha",
                        round -> IntStream.range(0, 2).parallel().forEach(thread -> contents.forEach(PlainCopy::hash)))
                .add("copy", round -> PlainCopy.empty(copy.directory()), round -> copy.run(0))
                .add("copy and two sha", round -> PlainCopy.empty(copy.directory()), round -> copy.run(2))
                .add("unsynced", into(ground, Durability.UNSYNCED), intake(ground, Durability.UNSYNCED, files))
                .add("synced", into(ground, Durability.SYNCED), intake(ground, Durability.SYNCED, files));
        boolean several = files.size() > 1;
        if (several) {
            Path besides = ground.resolve("at-once");
            byTurns.add("at once", into(besides, Durability.UNSYNCED), atOnce(besides, files));
        }
        Map<String, Double> millis = byTurns.medianMillis(4, rounds);
        Map<String, Double> rates = new HashMap<>();
        double megabytes = bytes / BYTES_PER_MB;
        millis.forEach((work, each) -> rates.put(work, megabytes / each * MILLIS_PER_SECOND));
        double ours = rates.get("unsynced");
        lines.add(rate("intake", size, ours, rates.get("sha"), "SHA-256")
                .whereRatio("ratio >= 0.7", ratio -> ratio >= TARGET));
        lines.add(rate("intake", size, ours, rates.get("two sha"), "two SHA-256 by two threads"));
        lines.add(rate("intake", size, ours, rates.get("copy"), "plain copy"));
        lines.add(rate("intake", size, ours, rates.get("copy and two sha"), "plain copy, two SHA-256"));
        if (several) {
            lines.add(rate("intake, several at once", size, rates.get("at once"), rates.get("sha"), "SHA-256"));
        }
        lines.add(rate("intake, synced", size, rates.get("synced"), rates.get("sha"), "SHA-256"));
    }

    /** Small packages cost by their number. */
    private void small(Path ground, List<Path> files) throws IOException {
        Map<String, Double> millis = new ByTurns()
                .add("unsynced", into(ground, Durability.UNSYNCED), intake(ground, Durability.UNSYNCED, files))
                .add("synced", into(ground, Durability.SYNCED), intake(ground, Durability.SYNCED, files))
                .medianMillis(2, rounds);
        for (String each : List.of("unsynced", "synced")) {
            lines.add(Comparison.alone(
                    "intake, " + each,
                    files.size() + " small packages",
                    files.size() / millis.get(each) * MILLIS_PER_SECOND,
                    "packages/s"));
        }
    }

    /** A repository for a round. What the round before kept is emptied, or it would be written to the disk meanwhile. */
    private static ByTurns.Work into(Path ground, Durability durability) {
        return round -> {
            if (round > 0) {
                PlainCopy.empty(root(ground, durability, round - 1).resolve("pool"));
            }
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

    /** As a host does whose product teams contribute at the same time. */
    private static ByTurns.Work atOnce(Path ground, List<Path> files) {
        return round ->
                Ground.takeIn(Ground.open(root(ground, Durability.UNSYNCED, round), Durability.UNSYNCED), files);
    }

    private static Path root(Path ground, Durability durability, int round) {
        return ground.resolve(durability + "-" + round);
    }

    private static Comparison rate(String work, String size, double ours, double peer, String peerName) {
        return Comparison.of(work, size, ours, peer, peerName, "MB/s");
    }
}
