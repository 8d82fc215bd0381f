package org.gridrollout.benchmarks.lifecycle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gridrollout.api.rollout.Gate;
import org.gridrollout.benchmarks.AlternatingRun;
import org.gridrollout.benchmarks.Comparison;
import org.gridrollout.benchmarks.Effort;
import org.gridrollout.benchmarks.Report;
import org.gridrollout.benchmarks.ResultTable;
import org.gridrollout.benchmarks.Scores;
import org.openjdk.jmh.runner.RunnerException;

/** {@code benchmarks/run lifecycle}. */
public final class LifecycleBenchmark {

    private final Scores scores;
    private final List<Comparison> lines = new ArrayList<>();

    private LifecycleBenchmark(Scores scores) {
        this.scores = scores;
    }

    public static void main(String[] options) throws RunnerException, IOException {
        Effort effort = Effort.of(options);
        GoodRelease given = new GoodRelease();
        String rules = given.rules()
                        .judge(given.candidate(), Gate.PROMOTION)
                        .findings()
                        .size() + " rules, " + GoodRelease.SITES.size() + " sites";
        LifecycleBenchmark result = new LifecycleBenchmark(new AlternatingRun(effort).medians(everything()));
        result.transitions();
        result.decision("decide on a good release", rules);
        result.cost("the whole promotion", rules, "promote");
        result.cost("replay a history", given.wholeHistory().size() + " events", "replay");
        Report.of(effort)
                .note(
                        "stateless4j and squirrel-foundation: one definition, a machine per object. COLA: one stateless machine.")
                .note("Spring Statemachine: one machine reset for each object, which is cheaper than one per object.")
                .note(
                        "No peer decides by rules: those lines are ours alone, against what was promised. The whole promotion"
                                + " also makes the change set, words the advisory, and folds the event into rollout and line.")
                .print(new ResultTable("lifecycle", result.lines));
    }

    private static List<String> everything() {
        return Stream.concat(
                        Stream.concat(
                                        Stream.of("ours"),
                                        Stream.of(Peer.values()).map(peer -> peer.method))
                                .map(method -> FiveTransitions.class.getName() + "." + method),
                        Stream.of("judge", "promote", "replay").map(method -> Deciding.class.getName() + "." + method))
                .toList();
    }

    private void transitions() {
        for (Peer peer : Peer.values()) {
            lines.add(Comparison.of(
                            "five-transition workflow",
                            Workflow.events().length + " transitions",
                            scores.of(FiveTransitions.class, "ours"),
                            scores.of(FiveTransitions.class, peer.method),
                            peer.title,
                            "ns")
                    .whereRatio("ratio <= 0.2", ratio -> ratio <= 0.2));
        }
    }

    private void decision(String work, String size) {
        lines.add(Comparison.alone(work, size, scores.of(Deciding.class, "judge"), "ns")
                .whereOurs("ours <= 1000 ns", ours -> ours <= 1000));
        lines.add(Comparison.alone(work, size, scores.bytesOf(Deciding.class, "judge"), "bytes")
                .whereOurs("ours <= 1024 bytes", ours -> ours <= 1024));
    }

    private void cost(String work, String size, String method) {
        lines.add(Comparison.alone(work, size, scores.of(Deciding.class, method), "ns"));
        lines.add(Comparison.alone(work, size, scores.bytesOf(Deciding.class, method), "bytes"));
    }
}
