package org.gridrollout.core.rule;

import java.util.ArrayList;
import java.util.List;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.incident.Incident;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.spi.Candidate;
import org.gridrollout.api.verdict.Change;
import org.gridrollout.api.verdict.RuleId;

/** What the rules about incidents share. */
final class IncidentsOf {

    private IncidentsOf() {}

    /** A candidate's incidents of that criticality; nothing is allocated where there are none. */
    static List<Incident> criticality(Candidate candidate, Criticality criticality) {
        List<Incident> all = candidate.rollout().incidents();
        List<Incident> found = List.of();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).criticality() == criticality) {
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
