package org.gridrollout.core.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.verdict.Grounds;
import org.gridrollout.core.evidence.Exposure;
import org.gridrollout.core.evidence.FaultProbability;
import org.gridrollout.core.evidence.UpperBound;
import org.gridrollout.core.policy.EvidencePolicy;

/**
 * The exposure a release had, in words. After silence it quotes what a failure rate and a share of affected sites are bound
 * to be below at 95 % confidence ({@link UpperBound}), and with a model how probable a fault still is ({@link
 * FaultProbability}).
 *
 * @param silent whether nobody filed an issue that was one
 */
record Evidence(EvidencePolicy policy, Exposure exposure, boolean silent) implements Grounds {

    private static final double CHANCE_OF_ERROR = 0.05;

    @Override
    public String sentence() {
        if (exposure.sitesAsked() == 0) {
            return "No rollout site takes part, so that silence says nothing.";
        }
        if (exposure.sitesThatRan() < policy.deployedSites()) {
            return exposure.sitesThatRan() + " of " + exposure.sitesAsked() + " rollout sites ran it, "
                    + policy.deployedSites() + " needed; not deployed at " + names(exposure.thatNeverRan()) + ".";
        }
        if (!exposure.reaches(policy.siteDays())) {
            return "Sites ran it for " + Wording.days(exposure.siteDays()) + " site-days, "
                    + Wording.days(policy.siteDays()) + " needed; " + exposure.sitesRunning() + " run it now.";
        }
        return enough();
    }

    private String enough() {
        String ran = names(exposure.thatRan()) + " ran it for " + Wording.days(exposure.siteDays()) + " site-days";
        if (!silent || exposure.siteDays() == 0) {
            return ran + ".";
        }
        return ran + " without a failure: at 95 % confidence less than " + Wording.rate(failureRate())
                + " failures per site-day, and less than " + Wording.percent(affectedShare())
                + " of such sites affected."
                + policy.model()
                        .map(model -> " A fault is left with a probability of "
                                + Wording.percent(FaultProbability.afterSilence(model, exposure)) + ", "
                                + Wording.percent(model.prior()) + " before.")
                        .orElse("");
    }

    @Override
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("sitesAsked", Integer.toString(exposure.sitesAsked()));
        values.put("sitesThatRan", Integer.toString(exposure.sitesThatRan()));
        values.put("siteDays", Wording.days(exposure.siteDays()));
        values.put("sitesNeeded", Integer.toString(policy.deployedSites()));
        values.put("siteDaysNeeded", Wording.days(policy.siteDays()));
        if (silent && exposure.siteDays() > 0) {
            values.put("failuresPerSiteDayBelow", Wording.rate(failureRate()));
            values.put("affectedShareBelow", Wording.rate(affectedShare()));
            policy.model()
                    .ifPresent(model -> values.put(
                            "faultProbability", Wording.rate(FaultProbability.afterSilence(model, exposure))));
        }
        return values;
    }

    private double failureRate() {
        return UpperBound.ofFailureRate(CHANCE_OF_ERROR, exposure.siteDays());
    }

    private double affectedShare() {
        return UpperBound.ofAffectedShare(CHANCE_OF_ERROR, exposure.sitesThatRan());
    }

    private static String names(List<Party> sites) {
        return Wording.list(sites, Party::name);
    }
}
