package org.gridrollout.core.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.gridrollout.api.incident.Incident;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.spi.Candidate;
import org.gridrollout.api.verdict.Change;
import org.gridrollout.api.verdict.RuleId;

/** What the rules about incidents share. */
final class IncidentsOf {

    private IncidentsOf() {}

    /** Those of a candidate that are so; nothing is allocated where there are none. */
    static List<Incident> where(Candidate candidate, Predicate<Incident> which) {
        List<Incident> all = candidate.rollout().incidents();
        List<Incident> found = List.of();
        for (int i = 0; i < all.size(); i++) {
            if (which.test(all.get(i))) {
                found = found.isEmpty() ? new ArrayList<>() : found;
                found.add(all.get(i));
            }
        }
        return found;
    }

    static String inWords(List<Incident> incidents) {
        return Wording.list(incidents, each -> each.id() + " (" + each.summary() + ")");
    }

    /** The MU does the same to each of them. */
    static List<Change> changes(String verb, List<Incident> incidents, RuleId rule) {
        return incidents.stream()
                .map(each -> Change.by(Party.MIDDLEWARE_UNIT, verb + each.id(), rule))
                .toList();
    }
}
