package org.gridrollout.core.metrics;

import org.gridrollout.api.event.IncidentEvent.CriticalityLowered;
import org.gridrollout.api.event.RestorationEvent.FleetCleared;
import org.gridrollout.api.event.RestorationEvent.FoundFaulty;
import org.gridrollout.api.event.RestorationEvent.RestoredService;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.rollout.RolloutState;

/** From faults in production to fleets that are clear of them, and holds that nobody looked at in time. */
final class RestorationFold {

    private final Books books;

    RestorationFold(Books books) {
        this.books = books;
    }

    void apply(Course course, RolloutEvent event) {
        long at = Micros.of(event.at());
        if (event instanceof FoundFaulty faulty) {
            happened(course, UnitBook.OPENED, at);
            course.brokenSince(Micros.of(faulty.restoration().brokenSince()));
            faulty.restoration()
                    .reopens()
                    .flatMap(books::known)
                    .flatMap(Course::restored)
                    .ifPresent(each -> each.count(each.at(), UnitBook.FAULTY_FIX, Mark.NO_TIME));
        } else if (event instanceof RestoredService service) {
            restored(course, service, at);
        } else if (event instanceof FleetCleared) {
            mark(books.unit().cleared(), course, at, 0, at - course.brokenSince());
        } else if (event instanceof RolloutEvent.HoldEscalated) {
            happened(course, UnitBook.HOLD_ESCALATED, at);
        } else if (ends(course, event)) {
            happened(course, UnitBook.ENDED, at);
        }
    }

    private static boolean ends(Course course, RolloutEvent event) {
        boolean over = event instanceof RolloutEvent.Superseded
                || (event instanceof CriticalityLowered lowered && lowered.to() == RolloutState.IN_PRODUCTION);
        return over && course.state() == RolloutState.FAULTY;
    }

    private void restored(Course fix, RestoredService service, long at) {
        long took = at - Micros.of(service.restored().brokenSince());
        Mark mark = mark(books.unit().restored(), fix, at, UnitBook.LASTED, took);
        books.known(service.restored().faulty()).ifPresent(each -> each.restored(mark));
    }

    private void happened(Course course, int what, long at) {
        mark(books.unit().happenings(), course, at, what, Mark.NO_TIME);
    }

    private static Mark mark(Series series, Course course, long at, int code, long took) {
        Mark mark = new Mark(series, course.product().product(), at, code, took);
        mark.addToSeries();
        return mark;
    }
}
