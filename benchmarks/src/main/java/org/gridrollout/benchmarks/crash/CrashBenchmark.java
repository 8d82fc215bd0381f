package org.gridrollout.benchmarks.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridrollout.benchmarks.Comparison;
import org.gridrollout.benchmarks.Effort;
import org.gridrollout.benchmarks.Report;
import org.gridrollout.benchmarks.ResultTable;
import org.gridrollout.benchmarks.Trees;

/** {@code benchmarks/run crash}. */
public final class CrashBenchmark {

    private static final int KILLS = 200;
    private static final int QUICK_KILLS = 20;

    private final int kills;
    private final List<KillSeries> series = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private CrashBenchmark(Effort effort) {
        this.kills = effort == Effort.FULL ? KILLS : QUICK_KILLS;
    }

    public static void main(String[] options) throws IOException, InterruptedException {
        Effort effort = Effort.of(options);
        CrashBenchmark benchmark = new CrashBenchmark(effort);
        Path scratch = Files.createTempDirectory("gridrollout-crash");
        try {
            benchmark.run(scratch);
        } finally {
            Trees.delete(scratch);
        }
        benchmark.report(effort);
    }

    /** The tools take turns, so that a machine that gets busier disturbs all alike. */
    private void run(Path scratch) throws IOException, InterruptedException {
        List<Publisher> publishers =
                List.of(new OurRepository(), new CreaterepoUpdate(), new AptlyPublish(), new Reprepro());
        for (Publisher each : publishers) {
            Optional<String> missing = each.missing();
            if (missing.isPresent()) {
                notes.add(each.name() + " was left out: " + missing.get() + " is not installed (--install-peers).");
                continue;
            }
            KillSeries one = new KillSeries(each);
            one.begin(Files.createDirectories(scratch.resolve("series" + series.size())));
            series.add(one);
            names.add(each.name());
        }
        for (int kill = 1; kill <= kills; kill++) {
            for (KillSeries each : series) {
                each.kill();
            }
            if (kill % 10 == 0) {
                System.err.printf("kill %d of %d%n", kill, kills);
            }
        }
    }

    private void report(Effort effort) throws IOException {
        KillSeries ours = series.get(0);
        List<Comparison> lines = new ArrayList<>();
        if (series.size() == 1) {
            lines.add(Comparison.alone("damaged for clients after a kill", size(), ours.damagedPercent(), "%"));
            lines.add(Comparison.alone("next run refused after a kill", size(), ours.refusedPercent(), "%"));
            lines.add(Comparison.alone("not mended by the next run", size(), ours.lostPercent(), "%"));
        }
        for (int i = 1; i < series.size(); i++) {
            KillSeries peer = series.get(i);
            lines.add(never("damaged for clients after a kill", ours.damagedPercent(), peer.damagedPercent(), i));
            lines.add(never("next run refused after a kill", ours.refusedPercent(), peer.refusedPercent(), i));
            lines.add(never("not mended by the next run", ours.lostPercent(), peer.lostPercent(), i));
        }
        Report report = Report.of(effort).measured(kills + " kills of each, by turns");
        series.forEach(each -> report.note(each.summary()));
        notes.forEach(report::note);
        report.note("By SIGKILL only: what a power failure takes besides is tried in the tests of the module.")
                .print(new ResultTable("crash", lines));
    }

    private Comparison never(String work, double ours, double peer, int number) {
        return Comparison.of(work, size(), ours, peer, names.get(number), "%").whereOurs("ours = 0", each -> each == 0);
    }

    private String size() {
        return kills + " kills";
    }
}
