package org.gridrollout.benchmarks.versions;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gridrollout.benchmarks.AlternatingRun;
import org.gridrollout.benchmarks.Comparison;
import org.gridrollout.benchmarks.Effort;
import org.gridrollout.benchmarks.Report;
import org.gridrollout.benchmarks.ResultTable;
import org.gridrollout.benchmarks.Scores;
import org.openjdk.jmh.runner.RunnerException;

/** {@code benchmarks/run versions}. */
public final class VersionsBenchmark {

    private static final Class<?> PARSED = ComparingParsed.class;
    private static final Class<?> TEXTS = ComparingTexts.class;
    private static final String PAIRS = ReleasePairs.COUNT + " pairs";

    private VersionsBenchmark() {}

    public static void main(String[] options) throws RunnerException, IOException {
        Effort effort = Effort.of(options);
        Scores ns = new AlternatingRun(effort)
                .medians(Stream.concat(
                                Stream.of(PARSED, TEXTS)
                                        .flatMap(type -> Stream.of("ours", "maven", "resolver")
                                                .map(who -> type.getName() + "." + who)),
                                Stream.of(PARSED.getName() + ".debian"))
                        .toList());

        List<Comparison> lines = new ArrayList<>();
        lines.add(twiceAsFast("compare parsed", PARSED, Peer.MAVEN, "maven", ns));
        lines.add(twiceAsFast("compare parsed", PARSED, Peer.RESOLVER, "resolver", ns));
        lines.add(Comparison.of(
                "compare parsed as Debian",
                PAIRS,
                ns.of(PARSED, "debian"),
                ns.of(PARSED, "ours"),
                "our RPM order",
                "ns"));
        lines.add(twiceAsFast("parse and compare", TEXTS, Peer.MAVEN, "maven", ns));
        lines.add(twiceAsFast("parse and compare", TEXTS, Peer.RESOLVER, "resolver", ns));
        KnownOrder table = KnownOrder.table(Path.of(System.getProperty("gridrollout.shared", "../shared")));
        for (Peer peer : Peer.values()) {
            lines.add(right(table, peer).whereOurs("ours = 1", ours -> ours == 1));
        }
        KnownOrder pairs = KnownOrder.releasePairs();
        for (Peer peer : Peer.values()) {
            lines.add(
                    Comparison.of("read " + pairs.title(), PAIRS, 1, pairs.shareReadableBy(peer), peer.title, "share"));
            lines.add(right(pairs, peer));
        }

        Report.of(effort)
                .note("Eclipse packager-rpm reads and writes RPMs but compares no versions: nothing to measure.")
                .note("On release pairs ours is the measure itself; RpmInteropTest holds it against the real rpm.")
                .note("semver4j is not timed: it cannot read every pair.")
                .note("None of the peers knows Debian's order: it is put beside our RPM order, on the same pairs.")
                .print(new ResultTable("versions", lines));
    }

    private static Comparison twiceAsFast(String work, Class<?> type, Peer peer, String method, Scores ns) {
        return Comparison.of(work, PAIRS, ns.of(type, "ours"), ns.of(type, method), peer.title, "ns")
                .whereRatio("ratio <= 0.5", ratio -> ratio <= 0.5);
    }

    private static Comparison right(KnownOrder order, Peer peer) {
        return Comparison.of(
                "right on " + order.title(),
                order.rows().size() + " pairs",
                order.shareRightByUs(),
                order.shareRightBy(peer),
                peer.title,
                "share");
    }
}
