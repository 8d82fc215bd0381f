package org.gridrollout.core.rule;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.rollout.Observation;
import org.gridrollout.api.spi.Candidate;
import org.gridrollout.api.spi.PromotionRule;
import org.gridrollout.api.verdict.Change;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.api.verdict.Grounds;
import org.gridrollout.api.verdict.RuleId;
import org.gridrollout.core.evidence.Exposure;

/** Sites have the whole period to report; it is over strictly after its due instant, or when all have spoken. */
final class ObservationPeriodOver implements PromotionRule {

    private static final RuleId ID = BuiltInRules.OBSERVATION_PERIOD_OVER;
    private static final Finding TO_NOBODY =
            Finding.notApplicable(ID, "It was announced to nobody, so that no period runs.");
    private static final Finding ALL_HAVE_SPOKEN = Finding.pass(ID, "Every rollout site has reported that it works.");
    private static final Finding NOT_BEGUN = Finding.of(
                    ID,
                    FindingOutcome.NEEDS_DECISION,
                    "No observation period runs before it is announced.",
                    List.of(Party.MIDDLEWARE_UNIT))
            .derivedFrom(List.of(BuiltInRules.ANNOUNCED))
            .passesIf(List.of(new Change(Party.NOBODY, "the observation period passes", Optional.empty(), ID)));

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
        Optional<Observation> observation = candidate.rollout().observation();
        if (observation.isEmpty()) {
            return Announced.isYetToCome(candidate.rollout()) ? NOT_BEGUN : TO_NOBODY;
        }
        Observation period = observation.get();
        if (period.isOverAt(candidate.now())) {
            return Finding.pass(ID, new Period(period, "The observation period ended "));
        }
        if (Exposure.everySiteReportedWorking(candidate.rollout())) {
            return ALL_HAVE_SPOKEN;
        }
        Instant over = period.dueAt().plus(1, ChronoUnit.MICROS); // half-open: due is still on time
        return Finding.waitUntil(ID, new Period(period, "The observation period runs until "), period.dueAt())
                .passesIf(List.of(TimePasses.until(over, ID)));
    }

    private record Period(Observation period, String what) implements Grounds {
        @Override
        public String sentence() {
            return what + Wording.instant(period.dueAt()) + ".";
        }

        @Override
        public Map<String, String> values() {
            Map<String, String> values = new LinkedHashMap<>();
            values.put("startedAt", period.startedAt().toString());
            values.put("dueAt", period.dueAt().toString());
            return values;
        }
    }
}
