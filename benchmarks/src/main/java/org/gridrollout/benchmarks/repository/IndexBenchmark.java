package org.gridrollout.benchmarks.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** {@code benchmarks/run index}. */
public final class IndexBenchmark {

    private static final double BYTES_PER_MB = 1e6;
    private static final String NOTHING_KEPT = "nothing kept";
    private static final String RENDERED = "rendered at intake";
    private static final String PROCESS = "process";
    private static final String PLAIN = "createrepo_c";
    private static final String DATABASE = "createrepo_c with sqlite";

    private static final int UNTIL_COMPILED = 40;

    private final Effort effort;
    private final Optional<String> peer;
    private final List<Comparison> lines = new ArrayList<>();

    private IndexBenchmark(Effort effort, Optional<String> peer) {
        this.effort = effort;
        this.peer = peer;
    }

    public static void main(String[] options) throws IOException {
        Effort effort = Effort.of(options);
        IndexBenchmark benchmark = new IndexBenchmark(effort, Createrepo.title());
        warmUp();
        for (int size : effort == Effort.FULL ? new int[] {1_000, 10_000, 50_000} : new int[] {1_000, 5_000}) {
            benchmark.measure(size);
        }
        Report.of(effort)
                .measured("medians of " + rounds(effort)
                        + " rounds by turns, after warm-up; whole processes by turns too")
                .note(
                        "Both with two workers and without syncing, which createrepo_c never does. Ours makes hard links and a"
                                + " manifest as well; createrepo_c hashes the packages as well, which ours did at intake.")
                .note("Nothing kept: the cache is moved away before, so every package is read and rendered.")
                .note(benchmark.peer.isEmpty() ? "createrepo_c is not installed: only our figures." : "")
                .print(new ResultTable("index", benchmark.lines));
        Ground.clear();
    }

    /** Publishes until this process has compiled what it publishes with. */
    private static void warmUp() throws IOException {
        Path root = Ground.fresh("index-warm-up");
        Ground.fresh(nameOfForgotten(root));
        FilesystemRepository repository = Ground.open(root, Durability.UNSYNCED);
        List<PackageRef> packages = Ground.takeIn(repository, PackageDirectory.small(0, 1_000));
        new ByTurns()
                .add(
                        NOTHING_KEPT,
                        round -> forget(root, "cache", NOTHING_KEPT + round),
                        round -> Ground.publish(repository, platform("w", round), "w" + round, packages))
                .medianMillis(0, UNTIL_COMPILED);
    }

    private void measure(int size) throws IOException {
        List<Path> files = PackageDirectory.small(0, size);
        Path root = Ground.fresh("index-" + size);
        Ground.fresh(nameOfForgotten(root));
        FilesystemRepository repository = Ground.open(root, Durability.UNSYNCED);
        List<PackageRef> packages = Ground.takeIn(repository, files);
        Path list = PublishOnce.list(Ground.fresh("index-" + size + ".list"), packages);
        Path theirs = PackageDirectory.linked(files, Ground.fresh("createrepo-" + size));
        Processes.output(List.of("sync")); // or what was filled is written while indexes are measured
        long[] peak = {0};
        Map<String, Double> rendered = new ByTurns()
                .add(
                        RENDERED,
                        round -> forget(root, "cache/runs", RENDERED + round),
                        round -> Ground.publish(repository, platform("r", round), "r" + round, packages))
                .medianMillis(3, rounds(effort)); // alone: the next forget what was rendered
        ByTurns turns = new ByTurns()
                .add(
                        NOTHING_KEPT,
                        round -> forget(root, "cache", NOTHING_KEPT + round),
                        round -> Ground.publish(repository, platform("n", round), "n" + round, packages))
                .add(PROCESS, round -> forget(root, "cache", PROCESS + round), round -> {
                    String printed = Processes.java(
                            PublishOnce.class,
                            List.of("-Xmx512m"),
                            root.toString(),
                            platform("p", round).toString(),
                            "p" + round,
                            "UNSYNCED",
                            list.toString());
                    peak[0] = Math.max(
                            peak[0],
                            Long.parseLong(printed.strip()
                                    .lines()
                                    .reduce((first, last) -> last)
                                    .orElseThrow()));
                });
        if (peer.isPresent()) {
            turns.add(PLAIN, forgetting(theirs), round -> Createrepo.full(theirs, "--no-database"));
            turns.add(DATABASE, forgetting(theirs), round -> Createrepo.full(theirs, "--database"));
        }
        Map<String, Double> millis = new HashMap<>(turns.medianMillis(3, rounds(effort)));
        millis.putAll(rendered);
        report(size, millis, peak[0]);
        Createrepo.full(theirs, "--no-database");
        sizes(
                size,
                repository.directory(Stage.PRODUCTION, platform("n", 0)).resolve("repodata"),
                theirs.resolve("repodata"));
    }

    private void report(int size, Map<String, Double> millis, long peak) {
        double plain = millis.getOrDefault(PLAIN, Double.NaN);
        double database = millis.getOrDefault(DATABASE, Double.NaN);
        add("full index, " + NOTHING_KEPT, size, millis.get(NOTHING_KEPT), plain, "", true);
        add("full index, " + RENDERED, size, millis.get(RENDERED), plain, "", false);
        add("full index, " + NOTHING_KEPT, size, millis.get(NOTHING_KEPT), database, " with sqlite", false);
        add("full index, whole process", size, millis.get(PROCESS), plain, "", true);
        lines.add(Comparison.alone("heap used at most, of -Xmx512m", size + " packages", peak / BYTES_PER_MB, "MB"));
    }

    private void add(String work, int size, double ours, double theirs, String option, boolean judged) {
        Comparison line = Comparison.of(
                work,
                size + " packages",
                ours,
                theirs,
                peer.map(name -> name + option).orElse(""),
                "ms");
        lines.add(judged && peer.isPresent() ? line.whereRatio("ratio <= 1", ratio -> ratio <= 1) : line);
    }

    private void sizes(int size, Path ours, Path theirs) throws IOException {
        if (peer.isEmpty()) {
            return;
        }
        lines.add(Comparison.of(
                        "size of the three indexes",
                        size + " packages",
                        Ground.indexSize(ours) / BYTES_PER_MB,
                        Ground.indexSize(theirs) / BYTES_PER_MB,
                        peer.get(),
                        "MB")
                .whereRatio("ratio <= 1.2", ratio -> ratio <= 1.2));
        for (String kind : List.of("primary", "filelists", "other")) {
            lines.add(Comparison.alone(
                    "open " + kind, size + " packages", IndexFiles.openSize(ours, kind) / BYTES_PER_MB, "MB"));
        }
    }

    /** Moved, not deleted, as {@link Ground#clear} says. */
    private static void forget(Path root, String kept, String name) throws IOException {
        if (Files.exists(root.resolve(kept))) {
            Files.move(
                    root.resolve(kept),
                    Files.createDirectories(root.resolveSibling(nameOfForgotten(root)))
                            .resolve(name));
        }
    }

    private static String nameOfForgotten(Path root) {
        return root.getFileName() + ".forgotten";
    }

    private static ByTurns.Work forgetting(Path theirs) {
        return round -> Trees.delete(theirs.resolve("repodata"));
    }

    private static Platform platform(String letter, int round) {
        return Platform.parse(letter + round + "/x86_64");
    }

    private static int rounds(Effort effort) {
        return effort == Effort.FULL ? 5 : 3;
    }
}
