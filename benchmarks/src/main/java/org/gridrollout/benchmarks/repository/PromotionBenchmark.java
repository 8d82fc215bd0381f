package org.gridrollout.benchmarks.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Stage;
import org.gridrollout.benchmarks.ByTurns;
import org.gridrollout.benchmarks.Comparison;
import org.gridrollout.benchmarks.Effort;
import org.gridrollout.benchmarks.Report;
import org.gridrollout.benchmarks.ResultTable;
import org.gridrollout.benchmarks.Trees;
import org.gridrollout.filesystem.Durability;
import org.gridrollout.filesystem.FilesystemRepository;

/** {@code benchmarks/run promotion}. */
public final class PromotionBenchmark {

    private static final Platform EL9 = Platform.parse("el9/x86_64");
    private static final int WARM_UPS = 15;
    private static final String OURS = "ours";
    private static final String COPY_AND_HASH = "copy and hash";
    private static final String THEIRS = "theirs";

    /** Filling larger repositories of theirs takes longer than all the rest. */
    private static final int LARGEST_OF_DEBIAN = 10_000;

    private final Effort effort;
    private final Optional<String> peer;
    private final Map<Integer, Double> rest = new TreeMap<>();
    private final List<Comparison> lines = new ArrayList<>();

    private PromotionBenchmark(Effort effort, Optional<String> peer) {
        this.effort = effort;
        this.peer = peer;
    }

    public static void main(String[] options) throws IOException {
        Effort effort = Effort.of(options);
        PromotionBenchmark benchmark = new PromotionBenchmark(effort, Createrepo.title());
        int[] sizes = effort == Effort.FULL ? new int[] {1_000, 10_000, 50_000} : new int[] {1_000, 5_000};
        for (int size : sizes) {
            benchmark.measure(size);
        }
        benchmark.growth(sizes[0], sizes[sizes.length - 1]);
        Report.of(effort)
                .measured("medians of " + rounds(effort) + " rounds by turns (" + peerRounds(effort)
                        + " of the others), after warm-up")
                .note(
                        "Ours is signed by RSA of 3072 bits and synced to the disk; createrepo_c does neither, and reprepro and aptly"
                                + " were not asked to sign. Each round adds another package.")
                .note(
                        "reprepro and aptly promote Debian packages, whose index says a tenth as much of each; they were filled"
                                + " once, and promote from beta to production.")
                .note(
                        "Copy and hash: reading, hashing (file and XML) and writing what the new index consists of, with plain"
                                + " Java and two threads; the rest is the difference.")
                .note(benchmark.peer.isEmpty() ? "createrepo_c is not installed: only our figures." : "")
                .print(new ResultTable("promotion", benchmark.lines));
    }

    private void measure(int size) throws IOException {
        int total = WARM_UPS + rounds(effort);
        List<Path> files = PackageDirectory.small(0, size);
        List<Path> more = PackageDirectory.small(1_000_000, 1_000_000 + total);
        Path root = Ground.fresh("promotion-" + size);
        FilesystemRepository filling = Ground.open(root, Durability.UNSYNCED);
        List<PackageRef> packages = Ground.takeIn(filling, files);
        List<PackageRef> added = Ground.takeIn(filling, more);
        Ground.publish(filling, EL9, "first", packages);
        Path key = ThrowawayKey.write(Ground.fresh("promotion-" + size + ".asc"));
        FilesystemRepository repository = FilesystemRepository.at(root)
                .signMetadata(key, () -> new char[0])
                .open();
        Path repodata = repository.directory(Stage.PRODUCTION, EL9).resolve("repodata");
        Map<String, Double> ours = new ByTurns()
                .add(OURS, round -> Ground.publish(repository, EL9, "one-" + round, List.of(added.get(round))))
                .medianMillis(WARM_UPS, rounds(effort));
        double copyAndHash = copyAndHash(repodata, size);
        double theirs = theirs(size, files, more);
        report(size, ours.get(OURS), copyAndHash, theirs);
        if (size <= LARGEST_OF_DEBIAN) {
            for (DebianPeer each : DebianPeer.values()) {
                reportDebian(each, size, ours.get(OURS));
            }
        }
        Trees.delete(root);
    }

    private double copyAndHash(Path repodata, int size) throws IOException {
        CopyAndHash work = new CopyAndHash(repodata, Ground.fresh("copy-" + size));
        double millis = new ByTurns()
                .add(COPY_AND_HASH, round -> work.run())
                .medianMillis(WARM_UPS, rounds(effort))
                .get(COPY_AND_HASH);
        Trees.delete(work.directory());
        return millis;
    }

    private double theirs(int size, List<Path> files, List<Path> more) throws IOException {
        if (peer.isEmpty()) {
            return Double.NaN;
        }
        Path directory = PackageDirectory.linked(files, Ground.fresh("update-" + size));
        Createrepo.full(directory, "--no-database");
        double millis = new ByTurns()
                .add(
                        THEIRS,
                        round -> Files.createLink(
                                directory.resolve(more.get(round).getFileName()), more.get(round)),
                        round -> Createrepo.update(directory, "--no-database"))
                .medianMillis(1, peerRounds(effort))
                .get(THEIRS);
        Trees.delete(directory);
        return millis;
    }

    private void reportDebian(DebianPeer tool, int size, double ours) throws IOException {
        if (tool.isInstalled()) {
            Path directory = Ground.fresh(tool.name() + "-" + size);
            int first = 1_000_000;
            tool.fill(directory, DebianPackages.of(0, size), DebianPackages.of(first, first + 1 + peerRounds(effort)));
            double theirs = new ByTurns()
                    .add(THEIRS, round -> tool.promote(directory, first + round))
                    .medianMillis(1, peerRounds(effort))
                    .get(THEIRS);
            lines.add(
                    Comparison.of("promotion, signed and synced", "1 into " + size, ours, theirs, tool.title(), "ms"));
            Trees.delete(directory);
        }
    }

    private void report(int size, double ours, double copyAndHash, double theirs) {
        String packages = "1 into " + size;
        Comparison line = Comparison.of(
                "promotion, signed and synced",
                packages,
                ours,
                theirs,
                peer.map(name -> name + " --update").orElse(""),
                "ms");
        boolean judged = size == 10_000;
        lines.add(judged && peer.isPresent() ? line.whereRatio("ratio <= 1/30", ratio -> ratio <= 1 / 30.0) : line);
        if (judged) {
            lines.add(Comparison.alone("promotion, signed and synced", packages, ours, "ms")
                    .whereOurs("ours <= 50 ms", millis -> millis <= 50));
        }
        lines.add(Comparison.alone("of this, copy and hash of the index", packages, copyAndHash, "ms"));
        lines.add(Comparison.alone("of this, the rest", packages, ours - copyAndHash, "ms"));
        rest.put(size, ours - copyAndHash);
    }

    private void growth(int smallest, int largest) {
        lines.add(Comparison.of(
                        "the rest, as it grows",
                        "1 into " + largest,
                        rest.get(largest),
                        rest.get(smallest),
                        "ours into " + smallest,
                        "ms")
                .whereRatio("ratio <= 2", ratio -> ratio <= 2));
    }

    private static int rounds(Effort effort) {
        return effort == Effort.FULL ? 25 : 11;
    }

    private static int peerRounds(Effort effort) {
        return effort == Effort.FULL ? 5 : 3;
    }
}
