package org.gridrollout.core.rule;

import java.util.List;
import java.util.Optional;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.rollout.Observation;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.spi.Candidate;
import org.gridrollout.api.spi.PromotionRule;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.api.verdict.RuleId;

/** Sites have the whole period to report; it is over strictly after its due instant, or when all have spoken. */
final class ObservationPeriodOver implements PromotionRule {

    @Override
    public RuleId id() {
        return BuiltInRules.OBSERVATION_PERIOD_OVER;
    }

    @Override
    public Kind kind() {
        return Kind.EVIDENCE;
    }

    @Override
    public Finding evaluate(Candidate candidate) {
        Optional<Observation> observation = candidate.rollout().observation();
        if (observation.isEmpty()) {
            return candidate.rollout().state() == RolloutState.INCONCLUSIVE
                    ? Finding.notApplicable(id(), "It was announced to nobody, so that no period runs.")
                    : Finding.of(
                            id(),
                            FindingOutcome.NEEDS_DECISION,
                            "It is not announced yet, so that no observation period runs.",
                            List.of(Party.MIDDLEWARE_UNIT));
        }
        Observation period = observation.get();
        if (Exposure.everySiteReportedWorking(candidate.rollout())) {
            return Finding.pass(id(), "Every rollout site has reported that it works.");
        }
        Finding finding = period.isOverAt(candidate.now())
                ? Finding.pass(id(), "The observation period ended " + Wording.instant(period.dueAt()) + ".")
                : Finding.waitUntil(
                        id(),
                        "The observation period runs until " + Wording.instant(period.dueAt()) + ".",
                        period.dueAt());
        return finding.with("startedAt", period.startedAt()).with("dueAt", period.dueAt());
    }
}
