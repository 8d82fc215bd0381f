package org.gridrollout.core.rule;

import java.util.List;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.incident.Incident;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.spi.Candidate;
import org.gridrollout.api.spi.PromotionRule;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.api.verdict.Grounds;
import org.gridrollout.api.verdict.RuleId;

/** A release with a critical incident goes nowhere; its team owes a higher version. */
final class NoCriticalIncident implements PromotionRule {

    private static final Finding PASS = Finding.pass(BuiltInRules.NO_CRITICAL_INCIDENT, "No incident is critical.");

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
        List<Incident> critical = IncidentsOf.where(candidate, each -> each.criticality() == Criticality.CRITICAL);
        return critical.isEmpty()
                ? PASS
                : Finding.of(id(), FindingOutcome.BLOCKED, new Critical(critical), List.of(Party.MIDDLEWARE_UNIT))
                        .passesIf(IncidentsOf.changes("lowers the criticality of ", critical, id()));
    }

    private record Critical(List<Incident> incidents) implements Grounds {
        @Override
        public String sentence() {
            return "Critical: " + IncidentsOf.inWords(incidents) + ".";
        }
    }
}
