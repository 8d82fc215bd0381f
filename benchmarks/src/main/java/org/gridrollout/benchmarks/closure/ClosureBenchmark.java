package org.gridrollout.benchmarks.closure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gridrollout.benchmarks.Comparison;
import org.gridrollout.benchmarks.Effort;
import org.gridrollout.benchmarks.Report;
import org.gridrollout.benchmarks.ResultTable;

/** {@code benchmarks/run closure}: needs the lists of {@code apt-get update} on Debian for amd64. */
public final class ClosureBenchmark {

    private static final int ROUNDS = 5;
    private static final int QUICK_ROUNDS = 2;
    private static final int CLOSURES = 15;

    private final Path directory;
    private final Path index;
    private final int rounds;
    private final Map<Checker, List<MeasuredProcess>> runs = new EnumMap<>(Checker.class);
    private final Map<String, List<Double>> figures = new HashMap<>();

    private ClosureBenchmark(Path directory, Path index, int rounds) {
        this.directory = directory;
        this.index = index;
        this.rounds = rounds;
    }

    public static void main(String[] options) throws IOException {
        Effort effort = Effort.of(options);
        Path directory = Files.createDirectories(Path.of(System.getProperty("benchmarks.results", "target/results"))
                .resolveSibling("closure"));
        Optional<Path> index = AptIndex.unpackInto(directory);
        if (index.isEmpty()) {
            System.err.println(
                    "closure: no index of Debian's main archive for amd64; run apt-get update on Debian first");
            return;
        }
        ClosureBenchmark benchmark =
                new ClosureBenchmark(directory, index.get(), effort == Effort.FULL ? ROUNDS : QUICK_ROUNDS);
        benchmark.measure();
        Report.of(effort)
                .note("Every figure is the median of " + benchmark.rounds
                        + " fresh processes, ours and the peers by turns;" + " the warm closure the median of "
                        + CLOSURES + " in each. Loading is the first in its JVM.")
                .note("A promotion puts a random package's next version in its place: one in four needs another package"
                        + " more, one in four provides nothing but its name. Decided, grouped and explained; "
                        + Math.round(benchmark.median("refused")) + " of 1,000 break something, at most "
                        + Math.round(benchmark.median("broken")) + " packages.")
                .note(benchmark.missing())
                .print(new ResultTable("closure", benchmark.lines()));
    }

    private void measure() throws IOException {
        List<Checker> order = new ArrayList<>(List.of(Checker.values()));
        for (int round = 1; round <= rounds; round++) {
            System.err.printf("round %d of %d%n", round, rounds);
            for (Checker each : order) {
                boolean slow = each == Checker.DOSE && rounds == QUICK_ROUNDS && round > 1;
                if (each.isThere() && !slow) {
                    runs.computeIfAbsent(each, checker -> new ArrayList<>())
                            .add(MeasuredProcess.run(directory, each.command(index)));
                }
            }
            Collections.reverse(order);
            loaded();
        }
    }

    private void loaded() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(
                java,
                "-XX:+UseSerialGC",
                "-Xms1g",
                "-Xmx1g",
                "-Xmn550m", // next to nothing of what loading makes is garbage: no need to copy it around
                "-cp",
                System.getProperty("java.class.path"),
                LoadedProcess.class.getName(),
                index.toString(),
                Integer.toString(CLOSURES));
        for (String line : MeasuredProcess.run(directory, command).lines()) {
            String[] cells = line.split("\t", -1);
            figures.computeIfAbsent(cells[0], name -> new ArrayList<>()).add(Double.parseDouble(cells[1]));
        }
    }

    private List<Comparison> lines() {
        List<Comparison> lines = new ArrayList<>();
        for (Checker peer : List.of(Checker.INSTALLCHECK, Checker.DOSE)) {
            if (runs.containsKey(peer)) {
                lines.add(agreement(peer));
            }
        }
        String size = broken(Checker.OURS).size() + " uninstallable";
        lines.add(Comparison.alone("closure of the loaded archive, warm", size, median("closure"), "ms")
                .whereOurs("ours <= 300 ms", ours -> ours <= 300));
        if (runs.containsKey(Checker.INSTALLCHECK)) {
            double whole = seconds(Checker.INSTALLCHECK);
            lines.add(Comparison.of(
                            "loading, against the whole run", size, median("loading") / 1e3, whole, "installcheck", "s")
                    .whereRatio("ratio <= 1", ratio -> ratio <= 1));
            lines.add(Comparison.of("whole process", size, seconds(Checker.OURS), whole, "installcheck", "s")
                    .whereRatio("ratio <= 1.5", ratio -> ratio <= 1.5));
            lines.add(Comparison.of(
                    "peak memory of the process",
                    size,
                    memory(Checker.OURS),
                    memory(Checker.INSTALLCHECK),
                    "installcheck",
                    "MB"));
        }
        if (runs.containsKey(Checker.DOSE)) {
            lines.add(Comparison.of(
                    "whole process", size, seconds(Checker.OURS), seconds(Checker.DOSE), "dose-debcheck", "s"));
            lines.add(Comparison.of(
                    "peak memory of the process",
                    size,
                    memory(Checker.OURS),
                    memory(Checker.DOSE),
                    "dose-debcheck",
                    "MB"));
        }
        lines.add(Comparison.alone("heap of the loaded archive, with the index's texts", size, median("heap"), "MB")
                .whereOurs("ours < 500 MB", ours -> ours < 500));
        lines.add(Comparison.alone("one of 1,000 promotions, median", size, median("promotion"), "ms")
                .whereOurs("ours <= 1 ms", ours -> ours <= 1));
        lines.add(Comparison.alone("one of 1,000 promotions, worst", size, median("worst"), "ms")
                .whereOurs("ours <= 100 ms", ours -> ours <= 100));
        return lines;
    }

    /** How many packages only one of the two calls uninstallable. */
    private Comparison agreement(Checker peer) {
        Set<String> difference = new TreeSet<>(broken(Checker.OURS));
        Set<String> both = new TreeSet<>(broken(Checker.OURS));
        both.retainAll(broken(peer));
        difference.addAll(broken(peer));
        difference.removeAll(both);
        difference.forEach(each -> System.err.println("only one of ours and " + peer.title() + ": " + each));
        int ours = broken(Checker.OURS).size();
        return Comparison.of(
                        "packages found uninstallable",
                        "whole archive",
                        ours,
                        broken(peer).size(),
                        peer.title(),
                        "packages")
                .whereOurs("the same packages", count -> difference.isEmpty());
    }

    private Set<String> broken(Checker checker) {
        return checker.broken(of(checker).get(0).lines());
    }

    private List<MeasuredProcess> of(Checker checker) {
        return Objects.requireNonNull(runs.get(checker), checker::title);
    }

    private double seconds(Checker checker) {
        return median(of(checker).stream().map(MeasuredProcess::seconds).toList());
    }

    private double memory(Checker checker) {
        return median(of(checker).stream().map(MeasuredProcess::megabytes).toList());
    }

    private double median(String figure) {
        return median(Objects.requireNonNull(figures.get(figure), figure));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private String missing() {
        List<String> missing = new ArrayList<>();
        for (Checker each : Checker.values()) {
            if (!each.isThere()) {
                missing.add(each.title());
            }
        }
        return missing.isEmpty()
                ? "All peers were there."
                : "Missing peers, brought by --install-peers: " + String.join(", ", missing) + ".";
    }
}
