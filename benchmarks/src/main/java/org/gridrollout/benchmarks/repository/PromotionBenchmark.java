package org.gridrollout.benchmarks.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gridrollout.benchmarks.ByTurns;
import org.gridrollout.benchmarks.Comparison;
import org.gridrollout.benchmarks.Effort;
import org.gridrollout.benchmarks.Report;
import org.gridrollout.benchmarks.ResultTable;
import org.gridrollout.filesystem.OpenChecksums;

/** {@code benchmarks/run promotion}. */
public final class PromotionBenchmark {

    private static final String THEIRS = "theirs";
    private static final int FIRST_PROMOTED = 1_000_000;
    private static final Map<OpenChecksums, String> WORK = new EnumMap<>(Map.of(
            OpenChecksums.STATED, "promotion, signed and synced",
            OpenChecksums.LEFT_OUT, "the same without open checksums"));

    /** Filling larger repositories of theirs takes longer than all the rest. */
    private static final int LARGEST_OF_DEBIAN = 10_000;

    private final Effort effort;
    private final Optional<String> peer;
    private final Map<OpenChecksums, TreeMap<Integer, OurPromotion>> ours = new EnumMap<>(OpenChecksums.class);
    private final List<Comparison> lines = new ArrayList<>();

    private PromotionBenchmark(Effort effort, Optional<String> peer) {
        this.effort = effort;
        this.peer = peer;
    }

    public static void main(String[] options) throws IOException {
        Effort effort = Effort.of(options);
        PromotionBenchmark benchmark = new PromotionBenchmark(effort, Createrepo.title());
        int[] sizes = effort == Effort.FULL ? new int[] {1_000, 10_000, 50_000} : new int[] {1_000, 5_000};
        for (OpenChecksums each : OpenChecksums.values()) {
            OurPromotion.warmUp(sizes[1], each);
        }
        for (int size : sizes) {
            benchmark.measure(size);
        }
        benchmark.growth();
        Report.of(effort)
                .measured("medians of " + rounds(effort) + " rounds (" + peerRounds(effort)
                        + " of the others), after warm-up")
                .note(
                        "Ours is signed by RSA of 3072 bits and synced to the disk; createrepo_c does neither, and reprepro and aptly"
                                + " were not asked to sign. Each round adds another package.")
                .note(
                        "reprepro and aptly promote Debian packages, whose index says a tenth as much of each; they were filled"
                                + " once, and promote from beta to production.")
                .note(
                        "Copy and hash: reading and hashing (file, and XML where its checksum is stated) what the new index consists"
                                + " of, writing and syncing it, with plain Java and two threads; the rest is the difference."
                                + " Ours has what it hashes in memory from the third promotion on.")
                .note(benchmark.peer.isEmpty() ? "createrepo_c is not installed: only our figures." : "")
                .print(new ResultTable("promotion", benchmark.lines));
        Ground.clear();
    }

    private void measure(int size) throws IOException {
        List<Path> files = PackageDirectory.small(0, size);
        int promoted = OurPromotion.packages(rounds(effort));
        List<Path> more = PackageDirectory.small(FIRST_PROMOTED, FIRST_PROMOTED + promoted);
        for (OpenChecksums each : OpenChecksums.values()) {
            ours.computeIfAbsent(each, key -> new TreeMap<>())
                    .put(size, OurPromotion.measure(files, more, each, rounds(effort)));
        }
        double theirs = theirs(size, files, more);
        for (OpenChecksums each : OpenChecksums.values()) {
            report(each, size, theirs);
        }
        if (size <= LARGEST_OF_DEBIAN) {
            for (DebianPeer each : DebianPeer.values()) {
                reportDebian(each, size);
            }
        }
    }

    private double theirs(int size, List<Path> files, List<Path> more) throws IOException {
        if (peer.isEmpty()) {
            return Double.NaN;
        }
        Path directory = PackageDirectory.linked(files, Ground.fresh("update-" + size));
        Createrepo.full(directory, "--no-database");
        return new ByTurns()
                .add(
                        THEIRS,
                        round -> Files.createLink(
                                directory.resolve(more.get(round).getFileName()), more.get(round)),
                        round -> Createrepo.update(directory, "--no-database"))
                .medianMillis(1, peerRounds(effort))
                .get(THEIRS);
    }

    private void reportDebian(DebianPeer tool, int size) throws IOException {
        if (tool.isInstalled()) {
            Path directory = Ground.fresh(tool.name() + "-" + size);
            int last = FIRST_PROMOTED + 1 + peerRounds(effort);
            tool.fill(directory, DebianPackages.of(0, size), DebianPackages.of(FIRST_PROMOTED, last));
            double theirs = new ByTurns()
                    .add(THEIRS, round -> tool.promote(directory, FIRST_PROMOTED + round))
                    .medianMillis(1, peerRounds(effort))
                    .get(THEIRS);
            lines.add(Comparison.of(
                    WORK.get(OpenChecksums.STATED),
                    into(size),
                    of(OpenChecksums.STATED, size).millis(),
                    theirs,
                    tool.title(),
                    "ms"));
        }
    }

    private void report(OpenChecksums openChecksums, int size, double theirs) {
        String work = WORK.get(openChecksums);
        OurPromotion promotion = of(openChecksums, size);
        Comparison line = Comparison.of(
                work,
                into(size),
                promotion.millis(),
                theirs,
                peer.map(name -> name + " --update").orElse(""),
                "ms");
        boolean judged = size == 10_000;
        lines.add(judged && peer.isPresent() ? line.whereRatio("ratio <= 1/30", ratio -> ratio <= 1 / 30.0) : line);
        if (judged) {
            lines.add(Comparison.alone(work, into(size), promotion.millis(), "ms")
                    .whereOurs("ours <= 50 ms", millis -> millis <= 50));
        }
        lines.add(Comparison.alone("of this, copy and hash of the index", into(size), promotion.copyAndHash(), "ms"));
        lines.add(Comparison.alone("of this, the rest", into(size), promotion.rest(), "ms"));
    }

    private void growth() {
        ours.forEach((openChecksums, bySize) -> {
            int smallest = bySize.firstKey();
            int largest = bySize.lastKey();
            lines.add(Comparison.of(
                            "the rest of " + WORK.get(openChecksums) + ", as it grows",
                            into(largest),
                            of(openChecksums, largest).rest(),
                            of(openChecksums, smallest).rest(),
                            "ours into " + smallest,
                            "ms")
                    .whereRatio("ratio <= 2", ratio -> ratio <= 2));
        });
    }

    private OurPromotion of(OpenChecksums openChecksums, int size) {
        return ours.get(openChecksums).get(size);
    }

    private static String into(int size) {
        return "1 into " + size;
    }

    private static int rounds(Effort effort) {
        return effort == Effort.FULL ? 25 : 11;
    }

    private static int peerRounds(Effort effort) {
        return effort == Effort.FULL ? 5 : 3;
    }
}
