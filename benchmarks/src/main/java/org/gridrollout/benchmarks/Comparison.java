package org.gridrollout.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.function.DoublePredicate;

/**
 * One line of a result: the same work, done by us and by a peer.
 *
 * @param peer not a number if the work has no peer
 * @param ratio ours / peer
 * @param target what is asked of us, in words; empty if this line is for information
 * @param holds {@code yes}, {@code no}, or empty without a target
 */
public record Comparison(
        String work,
        String size,
        double ours,
        double peer,
        String peerName,
        String unit,
        double ratio,
        String target,
        String holds) {

    /** The columns of every result file, in this order. */
    public static final List<String> COLUMNS =
            List.of("work", "size", "ours", "peer", "peer_name", "unit", "ratio", "target", "holds");

    /** A line without a target. */
    public static Comparison of(String work, String size, double ours, double peer, String peerName, String unit) {
        return new Comparison(work, size, ours, peer, peerName, unit, ours / peer, "", "");
    }

    /** A line of work that no peer does, without a target. */
    public static Comparison alone(String work, String size, double ours, String unit) {
        return of(work, size, ours, Double.NaN, "", unit);
    }

    /** This line with what our figure must satisfy. */
    public Comparison whereOurs(String target, DoublePredicate rule) {
        return judged(target, rule.test(ours));
    }

    /** This line with what the ratio must satisfy. */
    public Comparison whereRatio(String target, DoublePredicate rule) {
        return judged(target, rule.test(ratio));
    }

    /** The values under {@link #COLUMNS}. */
    public List<String> cells() {
        return List.of(work, size, figure(ours), figure(peer), peerName, unit, figure(ratio), target, holds);
    }

    private Comparison judged(String newTarget, boolean met) {
        return new Comparison(work, size, ours, peer, peerName, unit, ratio, newTarget, met ? "yes" : "no");
    }

    private static String figure(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.3f", value);
    }
}
