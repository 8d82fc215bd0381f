package org.gridrollout.core.evidence;

import org.gridrollout.api.Violations;

/**
 * How bad a release can still be after nothing went wrong: exact one-sided upper confidence bounds for zero events. At
 * confidence {@code 1 - a}, whatever is worse than the bound would have shown itself with a probability of at least {@code
 * 1 - a}.
 */
public final class UpperBound {

    private UpperBound() {}

    /**
     * Failures per site-day after {@code siteDays} without one: {@code -ln(a) / siteDays}.
     *
     * <p>Failures as a Poisson process: with rate r none is seen with probability {@code exp(-r S)}, which is {@code a} at
     * the bound. At 95 % this is the "rule of three", about {@code 3 / S} (J. A. Hanley, A. Lippman-Hand: If Nothing Goes
     * Wrong, Is Everything All Right?, JAMA 249 (1983) 1743-1745).
     *
     * @param a the chance taken of being wrong, between 0 and 1, both excluded: 0.05 for 95 %
     * @param siteDays not negative
     * @return positive infinity for no exposure
     */
    public static double ofFailureRate(double a, double siteDays) {
        require(a, siteDays >= 0, "siteDays must not be negative, was %s", siteDays);
        return -StrictMath.log(a) / siteDays;
    }

    /**
     * The share of sites that a release fails at after it failed at none of {@code sites}: {@code 1 - a^(1/n)}.
     *
     * <p>Sites as independent draws: with share q none of n fails with probability {@code (1 - q)^n}, which is {@code a} at
     * the bound. It is the Clopper-Pearson bound for zero of n (C. J. Clopper, E. S. Pearson: The Use of Confidence or
     * Fiducial Limits Illustrated in the Case of the Binomial, Biometrika 26 (1934) 404-413).
     *
     * @param a the chance taken of being wrong, between 0 and 1, both excluded
     * @param sites not negative
     * @return 1 for no site
     */
    public static double ofAffectedShare(double a, int sites) {
        require(a, sites >= 0, "sites must not be negative, was %s", sites);
        return sites == 0 ? 1 : -StrictMath.expm1(StrictMath.log(a) / sites); // expm1 keeps small shares exact
    }

    private static void require(double a, boolean exposure, String message, Object value) {
        Violations.of("UpperBound")
                .unless(a > 0 && a < 1, "a must be between 0 and 1, was %s", a)
                .unless(exposure, message, value)
                .throwIfAny();
    }
}
