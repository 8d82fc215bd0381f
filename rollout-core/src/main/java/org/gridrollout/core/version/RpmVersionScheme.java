package org.gridrollout.core.version;

import org.gridrollout.api.software.Evr;
import org.gridrollout.api.spi.VersionScheme;

/**
 * The order in which rpm, dnf and libsolv sort packages: by epoch, then version, then release, the last two by
 * {@link #rpmvercmp}. An absent release is lower than any release, {@code ~1} included, which is how rpm compares two
 * packages. (In a dependency such as {@code Requires: voms >= 2.1}, an absent release means <em>any</em> release. That is
 * matching, not ordering, and not what this scheme is for.)
 *
 * <p>A total preorder: different texts can be equal ({@code 1.0}, {@code 1.00} and {@code 1_0}), so
 * {@link Evr#equals} is finer than {@code compare(...) == 0}. Stateless, thread-safe; comparing allocates nothing.
 */
public final class RpmVersionScheme implements VersionScheme {

    /** For {@link java.util.ServiceLoader}; all instances are alike. */
    public RpmVersionScheme() {}

    @Override
    public String name() {
        return "rpm";
    }

    /** Negative, zero or positive as {@code left} is lower than, as high as or higher than {@code right}. */
    @Override
    public int compare(Evr left, Evr right) {
        int byEpoch = Long.compare(left.epoch(), right.epoch());
        if (byEpoch != 0) {
            return byEpoch;
        }
        int byVersion = rpmvercmp(left.version(), right.version());
        return byVersion != 0 ? byVersion : compareReleases(left.release(), right.release());
    }

    /**
     * Compares two bare versions or releases segment by segment: {@code ~} is lower than the end, the end lower than
     * {@code ^}, that lower than letters, and letters lower than a number. Everything else only separates.
     *
     * @return -1, 0 or 1
     */
    public static int rpmvercmp(CharSequence left, CharSequence right) {
        return Segments.compare(left.toString(), right.toString());
    }

    /**
     * Reads {@code [epoch:]version[-release]} as packages carry it: version and release of letters, digits and
     * {@code . _ + ~ ^}, at least one character each, up to {@value Bounds#MAX_LENGTH} in all. Stricter than rpm, which
     * takes an empty epoch for 0 and lets a version hold further hyphens.
     *
     * @throws org.gridrollout.api.InvalidValueException naming everything that is wrong with {@code text}
     */
    @Override
    public Evr parse(String text) {
        return RpmText.parse(text);
    }

    /**
     * The same version with the release counted up, so that it sorts above {@code floor} and below whatever upstream
     * publishes next: {@code 2.1.2-1.el9} gives {@code 2.1.2-2.el9}, the pre-release {@code 3.0-0.4.rc1} gives
     * {@code 3.0-0.5.rc1}, a release that does not start with a number gets {@code .1} at its end, and an absent one
     * becomes {@code 1}. Always strictly higher than {@code floor}, and its text is legal if the floor's is.
     */
    @Override
    public Evr next(Evr floor) {
        return new Evr(floor.epoch(), floor.version(), ReleaseCounter.next(floor.release()));
    }

    /** {@code 2.9-4.el9} after {@code 3.0-1.el9} is {@code 3.0+really2.9-4.el9}; of the same version, {@link #next}. */
    @Override
    public Evr reissue(Evr content, Evr floor) {
        return Reissue.above(floor, content, this);
    }

    @Override
    public long maxEpoch() {
        return RpmText.MAX_EPOCH;
    }

    private static int compareReleases(String left, String right) {
        // rpm tells "no release" from an empty one before it compares texts: it is below "~1", though the end is above
        // '~'
        if (left.isEmpty() || right.isEmpty()) {
            return Boolean.compare(right.isEmpty(), left.isEmpty());
        }
        return rpmvercmp(left, right);
    }
}
