package org.gridrollout.core.metrics;

import java.util.List;
import java.util.function.Consumer;
import org.gridrollout.api.event.IncidentEvent.IncidentFiled;
import org.gridrollout.api.event.IncidentEvent.IncidentInherited;
import org.gridrollout.api.event.IncidentEvent.InformationAsked;
import org.gridrollout.api.event.RestorationEvent.FoundFaulty;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.event.SiteEvent.ObligationDoneLate;
import org.gridrollout.api.event.SiteEvent.ObligationEnded;
import org.gridrollout.api.event.SiteEvent.ObligationRecomputed;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.sla.ObligationId;
import org.jspecify.annotations.Nullable;

/** How obligations begin and what becomes of them. */
final class ObligationFold {

    private final Books books;

    ObligationFold(Books books) {
        this.books = books;
    }

    void apply(Course course, RolloutEvent event) {
        if (event instanceof ObligationEnded ended) {
            change(course, ended.obligation(), each -> each.end(ended.outcome(), Micros.of(ended.at())));
        } else if (event instanceof ObligationDoneLate late) {
            change(course, late.obligation(), each -> each.doneLate(Micros.of(late.at())));
        } else if (event instanceof ObligationRecomputed anew) {
            change(course, anew.obligation(), each -> each.countAnew(anew.outcome()));
        } else if (event instanceof RolloutEvent.HoldReleased released
                && !released.longer().isZero()) {
            prolong(course, Micros.of(released.longer()));
        } else {
            begun(event).forEach(each -> begin(course, each));
        }
    }

    private static List<Obligation> begun(RolloutEvent event) {
        if (event instanceof RolloutEvent.Contributed contributed) {
            return contributed.obligations();
        } else if (event instanceof RolloutEvent.Announced announced) {
            return announced.obligations();
        } else if (event instanceof RolloutEvent.SitesAdded added) {
            return added.obligations();
        } else if (event instanceof RolloutEvent.Extended extended) {
            return extended.obligations();
        } else if (event instanceof IncidentFiled filed) {
            return List.of(filed.triage());
        } else if (event instanceof IncidentInherited inherited) {
            return List.of(inherited.triage());
        } else if (event instanceof InformationAsked asked) {
            return asked.answer().map(List::of).orElse(List.of());
        } else if (event instanceof FoundFaulty faulty) {
            return List.of(faulty.obligation());
        }
        return List.of();
    }

    private void begin(Course course, Obligation obligation) {
        // Answers to the MU's questions are another matter than what a site was asked to do for the release.
        boolean forRelease = obligation.debtor().kind() == Party.Kind.SITE && obligation.duty() != Duty.ANSWER;
        @Nullable
        Asked asked =
                forRelease ? course.askedOrNew(books.site(obligation.debtor().name())) : null;
        Owed owed = new Owed(
                obligation,
                books.dues(obligation.debtor(), course).of(obligation.duty()),
                course.product().product(),
                asked);
        owed.addToSeries();
        course.owes(books.pooled(obligation.id()), owed);
        if (asked != null && obligation.duty() == Duty.REPORT) {
            asked.announced(Micros.of(obligation.startedAt()));
        }
    }

    private static void prolong(Course course, long by) {
        for (Owed each : course.allOwed()) {
            if (each.isOfAskedSite() && each.isPending()) {
                each.dueAt(each.at() + by);
            }
        }
    }

    private void change(Course course, ObligationId name, Consumer<Owed> how) {
        course.owed(books.pooled(name)).ifPresent(how);
    }
}
