package org.gridrollout.core.version;

import org.gridrollout.api.software.Evr;
import org.gridrollout.api.spi.VersionScheme;

/**
 * The order of dpkg and apt: by epoch, then upstream version, then Debian revision, as Debian Policy 5.6.12 has it. The
 * revision is {@link Evr#release}; an absent one equals {@code 0}.
 *
 * <p>The last two compare by turns in their non-digits and their numbers. Among non-digits {@code ~} is lower than the end,
 * the end lower than letters, letters lower than everything else. A total preorder over any texts, in which {@code 1.0},
 * {@code 1.00} and {@code 1.0-0} are equal. Stateless, thread-safe; comparing allocates nothing.
 */
public final class DebianVersionScheme implements VersionScheme {

    /** For {@link java.util.ServiceLoader}; all instances are alike. */
    public DebianVersionScheme() {}

    @Override
    public String name() {
        return "debian";
    }

    /** Negative, zero or positive as {@code left} is lower than, as high as or higher than {@code right}. */
    @Override
    public int compare(Evr left, Evr right) {
        int byEpoch = Long.compare(left.epoch(), right.epoch());
        if (byEpoch != 0) {
            return byEpoch;
        }
        int byVersion = DebianOrder.compare(left.version(), right.version());
        return byVersion != 0 ? byVersion : DebianOrder.compare(left.release(), right.release());
    }

    /**
     * Reads {@code [epoch:]upstream_version[-debian_revision]} by the letter of Debian Policy 5.6.12: the upstream version
     * of letters, digits and {@code . + - ~}, beginning with a digit; the revision of letters, digits and {@code . + ~},
     * after the last hyphen; the epoch at most 2^31 - 1, where dpkg ends. Colons in the upstream version are taken as
     * deb-version(7) takes them, after an epoch; it has to be 1 or more, since an epoch of 0 is not written and the text
     * would be read back otherwise. Up to {@value Bounds#MAX_LENGTH} characters in all.
     *
     * @throws org.gridrollout.api.InvalidValueException naming everything that is wrong with {@code text}
     */
    @Override
    public Evr parse(String text) {
        return DebianText.parse(text);
    }

    /**
     * The same upstream version with the last number of the revision counted up: {@code 2.1.2-1} gives {@code 2.1.2-2},
     * {@code 2.1.2-1+deb12u1} gives {@code 2.1.2-1+deb12u2}. A revision that does not end in a number gets {@code .1} at its
     * end, and an absent one becomes {@code 1}.
     */
    @Override
    public Evr next(Evr floor) {
        return new Evr(floor.epoch(), floor.version(), nextRevision(floor.release()));
    }

    /** {@code 2.9-4} after {@code 3.0-1} is {@code 3.0+really2.9-4}; of the same upstream version, {@link #next}. */
    @Override
    public Evr reissue(Evr content, Evr floor) {
        Evr reissue = Reissue.above(floor, floor.epoch() == 0 ? withoutColons(content) : content, this);
        // without a revision, a hyphen in the upstream version would be read as the start of one
        return reissue.release().isEmpty() && reissue.version().indexOf('-') >= 0
                ? new Evr(reissue.epoch(), reissue.version(), "1")
                : reissue;
    }

    @Override
    public long maxEpoch() {
        return DebianText.MAX_EPOCH;
    }

    private static Evr withoutColons(Evr content) {
        return new Evr(content.epoch(), content.version().replace(':', '.'), content.release());
    }

    private static String nextRevision(String revision) {
        if (revision.isEmpty()) {
            return "1";
        }
        return Decimal.endsInDigit(revision) ? Decimal.incrementLast(revision) : revision + ".1";
    }
}
