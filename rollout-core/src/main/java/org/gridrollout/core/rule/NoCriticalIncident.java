package org.gridrollout.core.rule;

import java.util.List;
import org.gridrollout.api.incident.Incident;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.spi.Candidate;
import org.gridrollout.api.spi.PromotionRule;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.api.verdict.RuleId;

/** A release with a critical incident goes nowhere; its team owes a higher version. */
final class NoCriticalIncident implements PromotionRule {

    @Override
    public RuleId id() {
        return BuiltInRules.NO_CRITICAL_INCIDENT;
    }

    @Override
    public Kind kind() {
        return Kind.DECISION;
    }

    @Override
    public Finding evaluate(Candidate candidate) {
        List<Incident> critical = candidate.rollout().criticalIncidents();
        if (critical.isEmpty()) {
            return Finding.pass(id(), "No incident is critical.");
        }
        return Finding.of(
                id(),
                FindingOutcome.BLOCKED,
                "Critical: " + Wording.list(critical, each -> each.id() + " (" + each.summary() + ")") + ".",
                List.of(Party.MIDDLEWARE_UNIT));
    }
}
