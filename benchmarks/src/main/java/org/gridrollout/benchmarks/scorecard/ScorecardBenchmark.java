package org.gridrollout.benchmarks.scorecard;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private static final double NANOS_PER_MICRO = 1e3;
    private static final int QUARTER = 4;

    private final Effort effort;
    private final GridJournal whole;
    private final List<Comparison> lines = new ArrayList<>();

    private ScorecardBenchmark(Effort effort) {
        this.effort = effort;
        this.whole = effort == Effort.FULL ? new GridJournal(1_000, 1_000) : new GridJournal(500, 200);
    }

    public static void main(String[] options) throws RunnerException, IOException {
        Effort effort = Effort.of(options);
        ScorecardBenchmark benchmark = new ScorecardBenchmark(effort);
        benchmark.footprint();
        benchmark.pass();
        benchmark.oneMore();
        Report.of(effort)
                .note("Per event of the pass: what reading the journal alone costs is taken off. A pass is linear if an"
                        + " event costs the same in a journal and in a quarter of it.")
                .note(
                        "One more event: an outcome or a time of any site in any month changes; then that site's scorecard.")
                .note("No peer keeps scorecards: the figures are ours alone, against what was promised.")
                .print(new ResultTable("scorecard", benchmark.lines));
    }

    private void footprint() {
        lines.add(Comparison.alone(
                "heap kept for an obligation", size(whole), Footprint.bytesPerObligation(whole), "bytes"));
    }

    private void pass() throws RunnerException {
        GridJournal part = new GridJournal(whole.sites(), whole.releases() / QUARTER);
        Scores all = run(whole, OnePass.class, "pass", "journalAlone");
        Scores quarter = run(part, OnePass.class, "pass", "journalAlone");
        lines.add(Comparison.alone("all scorecards in one pass", size(whole), folding(all), "ms"));
        lines.add(Comparison.of(
                        "an event of the pass",
                        events(whole) + " events",
                        folding(all) * NANOS_PER_MILLI / events(whole),
                        folding(quarter) * NANOS_PER_MILLI / events(part),
                        "a quarter of the journal",
                        "ns")
                .whereRatio("ratio <= 1.5", ratio -> ratio <= 1.5));
    }

    private void oneMore() throws RunnerException {
        Scores scores = run(whole, OneMore.class, "event", "eventAndMonth", "eventAndNinetyDays", "eventAndAllTime");
        oneMore("one more event", scores, "event");
        oneMore("one more event, its site's month", scores, "eventAndMonth");
        oneMore("one more event, its site's 90 days", scores, "eventAndNinetyDays");
        oneMore("one more event, its site's all time", scores, "eventAndAllTime");
    }

    private void oneMore(String work, Scores scores, String method) {
        lines.add(Comparison.alone(work, size(whole), scores.of(OneMore.class, method) / NANOS_PER_MICRO, "us")
                .whereOurs("ours < 10 us", ours -> ours < 10));
    }

    private Scores run(GridJournal journal, Class<?> type, String... methods) throws RunnerException {
        Map<String, String> size =
                Map.of("sites", Integer.toString(journal.sites()), "releases", Integer.toString(journal.releases()));
        return new AlternatingRun(effort, size)
                .medians(Stream.of(methods)
                        .map(method -> type.getName() + "." + method)
                        .toList());
    }

    private static double folding(Scores scores) {
        return scores.of(OnePass.class, "pass") - scores.of(OnePass.class, "journalAlone");
    }

    private static long events(GridJournal journal) {
        long[] count = {0};
        journal.forEach(each -> count[0]++);
        return count[0];
    }

    private static String size(GridJournal journal) {
        return journal.sites() + " sites, " + journal.releases() + " releases";
    }
}
