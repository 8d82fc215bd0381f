package org.gridrollout.core.metrics;

import java.util.Optional;
import org.gridrollout.api.event.IncidentEvent;
import org.gridrollout.api.event.IncidentEvent.CriticalityDecided;
import org.gridrollout.api.event.IncidentEvent.CriticalityLowered;
import org.gridrollout.api.event.IncidentEvent.DuplicateMarked;
import org.gridrollout.api.event.IncidentEvent.IncidentDismissed;
import org.gridrollout.api.event.IncidentEvent.IncidentFiled;
import org.gridrollout.api.event.IncidentEvent.IncidentInherited;
import org.gridrollout.api.event.IncidentEvent.InformationAsked;
import org.gridrollout.api.incident.Incident;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.party.Role;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.software.ReleaseId;

/** What was filed by whom, and how it was decided. After the fold of obligations, which begins what the MU owes for it. */
final class IncidentFold {

    private final Books books;

    IncidentFold(Books books) {
        this.books = books;
    }

    void apply(Course course, IncidentEvent event) {
        if (event instanceof IncidentFiled filed) {
            file(course, filed.incident(), siteMark(course, filed.incident()), filed.triage());
        } else if (event instanceof IncidentInherited inherited) {
            file(course, inherited.incident(), inheritedMark(inherited.incident()), inherited.triage());
        } else if (event instanceof CriticalityDecided decided) {
            decide(course, decided.incident(), Decision.of(decided.criticality()));
        } else if (event instanceof CriticalityLowered lowered) {
            decide(course, lowered.incident(), Decision.NON_CRITICAL);
        } else if (event instanceof IncidentDismissed dismissed) {
            decide(course, dismissed.incident(), Decision.NO_PROBLEM);
        } else if (event instanceof DuplicateMarked marked) {
            decide(course, marked.incident(), Decision.DUPLICATE);
        } else if (event instanceof InformationAsked asked) {
            course.incident(asked.incident())
                    .map(Filed::triage)
                    .filter(Owed::isPending)
                    .ifPresent(each -> each.dueAt(Micros.of(asked.triageDueAt())));
        }
    }

    private void file(Course course, Incident incident, Optional<Mark> mark, Obligation triage) {
        Owed owed = course.owed(books.pooled(triage.id())).orElseThrow();
        course.filed(incident.id(), new Filed(mark, owed));
    }

    private Optional<Mark> siteMark(Course course, Incident incident) {
        if (incident.filedBy().role() != Role.SITE) {
            return Optional.empty();
        }
        Mark mark = new Mark(
                books.site(incident.filedBy().organisation()).incidents(),
                course.product().product(),
                Micros.of(incident.filedAt()),
                Decision.UNDECIDED.code(),
                Mark.NO_TIME);
        mark.addToSeries();
        return Optional.of(mark);
    }

    private Optional<Mark> inheritedMark(Incident incident) {
        Optional<ReleaseId> older = incident.inheritedFrom();
        return older.flatMap(books::known)
                .flatMap(each -> each.incident(incident.id()))
                .flatMap(Filed::mark);
    }

    private static void decide(Course course, IncidentId incident, Decision decision) {
        course.incident(incident).ifPresent(each -> each.decided(decision));
    }
}
