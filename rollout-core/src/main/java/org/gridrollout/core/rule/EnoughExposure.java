package org.gridrollout.core.rule;

import java.util.List;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.spi.Candidate;
import org.gridrollout.api.spi.PromotionRule;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.api.verdict.RuleId;
import org.gridrollout.core.policy.EvidencePolicy;

/**
 * Silence is evidence only where the release really ran. The finding quotes, for a release no failure of which was seen in
 * {@code S} site-days, the upper bound {@code -ln(0.05) / S} of the failure rate at 95 % confidence (a Poisson process
 * without events; for small rates the "rule of three").
 */
final class EnoughExposure implements PromotionRule {

    private static final double MINUS_LN_5_PERCENT = -StrictMath.log(0.05);

    private final EvidencePolicy policy;

    EnoughExposure(EvidencePolicy policy) {
        this.policy = policy;
    }

    @Override
    public RuleId id() {
        return BuiltInRules.ENOUGH_EXPOSURE;
    }

    @Override
    public Kind kind() {
        return Kind.EVIDENCE;
    }

    @Override
    public Finding evaluate(Candidate candidate) {
        if (!policy.asksForExposure()) {
            return Finding.notApplicable(id(), "The policy takes silence for good, with or without exposure.");
        }
        Rollout rollout = candidate.rollout();
        List<SiteId> asked = Exposure.sitesAsked(rollout);
        List<SiteId> ran = Exposure.sitesThatRan(rollout, asked);
        double siteDays = Exposure.siteDays(rollout, asked, candidate.now());
        Finding finding = ran.size() >= policy.deployedSites() && siteDays >= policy.siteDays()
                ? Finding.pass(id(), enough(rollout, ran, siteDays))
                : Finding.of(id(), FindingOutcome.NO_EVIDENCE, missing(asked, ran, siteDays), whomToAsk(asked, ran));
        return finding.with("sitesAsked", asked.size())
                .with("sitesThatRan", ran.size())
                .with("siteDays", Wording.days(siteDays))
                .with("sitesNeeded", policy.deployedSites())
                .with("siteDaysNeeded", Wording.days(policy.siteDays()));
    }

    private static String enough(Rollout rollout, List<SiteId> ran, double siteDays) {
        String exposure = Wording.list(ran, SiteId::value) + " ran it for " + Wording.days(siteDays) + " site-days";
        boolean nothingSeen = rollout.incidents().isEmpty() && siteDays > 0;
        return nothingSeen
                ? exposure + " and filed no issue: at 95 % confidence less than "
                        + Wording.rate(MINUS_LN_5_PERCENT / siteDays) + " failures per site-day."
                : exposure + ".";
    }

    private String missing(List<SiteId> asked, List<SiteId> ran, double siteDays) {
        if (asked.isEmpty()) {
            return "No rollout site was asked, so that silence says nothing.";
        }
        if (ran.size() < policy.deployedSites()) {
            List<SiteId> idle =
                    asked.stream().filter(each -> !ran.contains(each)).toList();
            return ran.size() + " of " + asked.size() + " rollout sites ran it, " + policy.deployedSites()
                    + " needed; not deployed at " + Wording.list(idle, SiteId::value) + ".";
        }
        return "Sites ran it for " + Wording.days(siteDays) + " site-days, " + Wording.days(policy.siteDays())
                + " needed.";
    }

    private static List<Party> whomToAsk(List<SiteId> asked, List<SiteId> ran) {
        List<Party> idle = asked.stream()
                .filter(each -> !ran.contains(each))
                .map(Party::site)
                .toList();
        return idle.isEmpty() ? List.of(Party.MIDDLEWARE_UNIT) : idle;
    }
}
