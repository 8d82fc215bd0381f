package org.gridrollout.core.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gridrollout.api.incident.Incident;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.spi.Candidate;
import org.gridrollout.api.spi.PromotionRule;
import org.gridrollout.api.verdict.Change;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.api.verdict.RuleId;
import org.gridrollout.core.evidence.Exposure;
import org.gridrollout.core.policy.EvidencePolicy;

/**
 * Silence is evidence only where the release really ran: at so many sites, for so many site-days. Once enough sites run it,
 * time alone brings the rest.
 */
final class EnoughExposure implements PromotionRule {

    private static final RuleId ID = BuiltInRules.ENOUGH_EXPOSURE;
    private static final Finding NOT_ASKED =
            Finding.notApplicable(ID, "The policy takes silence for good, with or without exposure.");

    private final EvidencePolicy policy;

    EnoughExposure(EvidencePolicy policy) {
        this.policy = policy;
    }

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Kind kind() {
        return Kind.EVIDENCE;
    }

    @Override
    public Finding evaluate(Candidate candidate) {
        if (!policy.asksForExposure()) {
            return NOT_ASKED;
        }
        Rollout rollout = candidate.rollout();
        Exposure exposure = Exposure.of(rollout, candidate.now());
        Evidence evidence = new Evidence(policy, exposure, isSilent(rollout));
        if (exposure.sitesThatRan() < policy.deployedSites()) {
            return missingSites(rollout, evidence);
        }
        if (exposure.reaches(policy.siteDays())) {
            return Finding.pass(ID, evidence);
        }
        return exposure.sitesRunning() > 0 ? missingTime(evidence) : nobodyRunsIt(rollout, evidence);
    }

    private Finding missingTime(Evidence evidence) {
        Instant enough = evidence.exposure().reachesAt(policy.siteDays(), 0).orElseThrow();
        return Finding.waitUntil(ID, evidence, enough).passesIf(List.of(TimePasses.until(enough, ID)));
    }

    private Finding missingSites(Rollout rollout, Evidence evidence) {
        int missing = policy.deployedSites() - evidence.exposure().sitesThatRan();
        return missing(rollout, evidence, evidence.exposure().thatNeverRan(), missing);
    }

    private Finding nobodyRunsIt(Rollout rollout, Evidence evidence) {
        return missing(rollout, evidence, evidence.exposure().thatAreIdle(), 1);
    }

    private Finding missing(Rollout rollout, Evidence evidence, List<Party> idle, int missing) {
        List<Party> mustAct = new ArrayList<>(idle);
        if (idle.size() < missing) {
            mustAct.add(Party.MIDDLEWARE_UNIT);
        }
        Finding finding = Finding.of(ID, FindingOutcome.NO_EVIDENCE, evidence, mustAct)
                .passesIf(changes(rollout, evidence.exposure(), idle, missing));
        return Announced.isYetToCome(rollout) ? finding.derivedFrom(List.of(BuiltInRules.ANNOUNCED)) : finding;
    }

    private List<Change> changes(Rollout rollout, Exposure exposure, List<Party> idle, int missing) {
        if (rollout.observation().isEmpty() && !Announced.isYetToCome(rollout)) {
            return List.of(MuWaives.rule(ID)); // it was announced to nobody on purpose, so that nobody owes it
        }
        List<Change> changes = new ArrayList<>();
        cheapest(rollout, idle).stream().limit(missing).forEach(each -> changes.add(Change.by(each, "deploys it", ID)));
        int more = missing - changes.size();
        if (more > 0) {
            changes.add(Change.by(
                    Party.MIDDLEWARE_UNIT,
                    "finds " + more + (more == 1 ? " more site that deploys it" : " more sites that deploy it"),
                    ID));
        }
        if (!exposure.reaches(policy.siteDays())) {
            changes.add(TimePasses.until(
                    exposure.reachesAt(policy.siteDays(), missing).orElseThrow(), ID));
        }
        return changes;
    }

    private static boolean isSilent(Rollout rollout) {
        List<Incident> incidents = rollout.incidents();
        for (int i = 0; i < incidents.size(); i++) {
            if (incidents.get(i).status() != Incident.Status.NOT_A_PROBLEM) {
                return false;
            }
        }
        return true;
    }

    /** Sites that owe it still before those that are through with it, each in the order they were asked. */
    private static List<Party> cheapest(Rollout rollout, List<Party> idle) {
        List<Party> owing = idle.stream()
                .filter(site -> rollout.obligations().stream().anyMatch(each -> owes(each, site)))
                .toList();
        List<Party> cheapest = new ArrayList<>(owing);
        idle.stream().filter(each -> !owing.contains(each)).forEach(cheapest::add);
        return cheapest;
    }

    private static boolean owes(Obligation obligation, Party site) {
        return obligation.isPending() && obligation.debtor().equals(site);
    }
}
