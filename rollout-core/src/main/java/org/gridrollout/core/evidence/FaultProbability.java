package org.gridrollout.core.evidence;

import org.gridrollout.core.policy.EvidenceModel;

/** How probable it is that a release has a fault although no site reported one. */
public final class FaultProbability {

    private FaultProbability() {}

    /**
     * By Bayes' theorem, from the prior p, the detection rate d per site-day, and each site's time S<sub>i</sub> and
     * reporting reliability r<sub>i</sub>:
     *
     * <pre>{@code
     * silence = product over i of (1 - r_i (1 - exp(-d S_i)))
     * P(fault | silence) = p silence / (p silence + (1 - p))
     * }</pre>
     *
     * <p>A faulty release shows itself at site i within S<sub>i</sub> with probability {@code 1 - exp(-d S_i)} and is then
     * reported with probability r<sub>i</sub>; a release without a fault is always silent. Sites are taken to be
     * independent. Without exposure it is the prior.
     */
    public static double afterSilence(EvidenceModel model, Exposure exposure) {
        double silence = 1;
        for (int i = 0; i < exposure.sitesAsked(); i++) {
            double seen = -StrictMath.expm1(-model.detectionRate() * exposure.siteDays(i));
            silence *= 1 - model.reliabilityOf(exposure.site(i).name()) * seen;
        }
        double fault = model.prior() * silence;
        return fault / (fault + (1 - model.prior()));
    }
}
