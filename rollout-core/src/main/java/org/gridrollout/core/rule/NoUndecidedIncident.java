package org.gridrollout.core.rule;

import java.util.List;
import org.gridrollout.api.incident.Incident;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.spi.Candidate;
import org.gridrollout.api.spi.PromotionRule;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.api.verdict.Grounds;
import org.gridrollout.api.verdict.RuleId;

/** While the MU has not decided how bad a problem is, nothing moves on. */
final class NoUndecidedIncident implements PromotionRule {

    private static final Finding PASS = Finding.pass(BuiltInRules.NO_UNDECIDED_INCIDENT, "No issue is undecided.");

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
        List<Incident> undecided = IncidentsOf.where(candidate, Incident::isUndecided);
        return undecided.isEmpty()
                ? PASS
                : Finding.of(
                                id(),
                                FindingOutcome.NEEDS_DECISION,
                                new Undecided(undecided),
                                List.of(Party.MIDDLEWARE_UNIT))
                        .passesIf(IncidentsOf.changes("decides ", undecided, id()));
    }

    private record Undecided(List<Incident> incidents) implements Grounds {
        @Override
        public String sentence() {
            return "The MU has to decide how critical " + IncidentsOf.inWords(incidents)
                    + (incidents.size() == 1 ? " is." : " are.");
        }
    }
}
