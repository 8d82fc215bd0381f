package org.gridrollout.core.rule;

import java.util.List;
import org.gridrollout.api.incident.Incident;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.spi.Candidate;
import org.gridrollout.api.spi.PromotionRule;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.api.verdict.RuleId;

/** While the MU has not decided how bad a problem is, nothing moves on. */
final class NoUndecidedIncident implements PromotionRule {

    @Override
    public RuleId id() {
        return BuiltInRules.NO_UNDECIDED_INCIDENT;
    }

    @Override
    public Kind kind() {
        return Kind.DECISION;
    }

    @Override
    public Finding evaluate(Candidate candidate) {
        List<Incident> undecided = candidate.rollout().undecidedIncidents();
        if (undecided.isEmpty()) {
            return Finding.pass(id(), "No issue is undecided.");
        }
        return Finding.of(
                id(),
                FindingOutcome.NEEDS_DECISION,
                "The MU has to decide how critical "
                        + Wording.list(undecided, each -> each.id() + " (" + each.summary() + ")")
                        + (undecided.size() == 1 ? " is." : " are."),
                List.of(Party.MIDDLEWARE_UNIT));
    }
}
