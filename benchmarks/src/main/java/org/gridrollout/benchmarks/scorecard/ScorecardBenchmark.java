package org.gridrollout.benchmarks.scorecard;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gridrollout.benchmarks.AlternatingRun;
import org.gridrollout.benchmarks.Comparison;
import org.gridrollout.benchmarks.Effort;
import org.gridrollout.benchmarks.Report;
import org.gridrollout.benchmarks.ResultTable;
import org.gridrollout.benchmarks.Scores;
import org.openjdk.jmh.runner.RunnerException;

/** {@code benchmarks/run scorecard}. */
public final class ScorecardBenchmark {

    private static final double NANOS_PER_MILLI = 1e6;

    private ScorecardBenchmark() {}

    public static void main(String[] options) throws RunnerException, IOException {
        Effort effort = Effort.of(options);
        boolean everybody = effort == Effort.FULL; // a million obligations take more than a quick look
        Scores ns = new AlternatingRun(effort)
                .medians(Stream.concat(
                                Stream.of("everyScorecard", "lastEvents", "oneScorecard"),
                                everybody ? Stream.of("everyScorecardOfEverybody") : Stream.empty())
                        .map(method -> Counting.class.getName() + "." + method)
                        .toList());

        double whole = ns.of(Counting.class, "everyScorecard");
        double oneMore = ns.of(Counting.class, "lastEvents") / Counting.LAST;
        double oneCard = ns.of(Counting.class, "oneScorecard");
        String size = size(GridShape.TYPICAL);
        List<Comparison> lines = new ArrayList<>();
        lines.add(Comparison.alone("every site's scorecard", size, whole / NANOS_PER_MILLI, "ms"));
        lines.add(Comparison.of("one more event", size, oneMore, whole, "counting everything anew", "ns"));
        lines.add(Comparison.of("one site's scorecard", size, oneCard, whole, "counting everything anew", "ns"));
        if (everybody) {
            double most = ns.of(Counting.class, "everyScorecardOfEverybody") / NANOS_PER_MILLI;
            lines.add(Comparison.alone("every site's scorecard", size(GridShape.EVERYBODY), most, "ms"));
        }
        Report.of(effort)
                .note("No peer keeps scorecards: one more event is held against counting the whole journal anew.")
                .note("The journal is in memory; reading it from a store comes on top.")
                .print(new ResultTable("scorecard", lines));
    }

    private static String size(GridShape shape) {
        return String.format(
                Locale.ROOT,
                "%,d sites, %,d releases, %,d events",
                shape.sites(),
                shape.releases(),
                GridJournal.of(shape).size());
    }
}
