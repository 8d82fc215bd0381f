package org.gridrollout.core.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.gridrollout.api.event.SiteEvent;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.sla.ObligationId;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.sla.Reporting;
import org.gridrollout.api.spi.WorkingCalendar;
import org.gridrollout.core.policy.RolloutPolicy;

/** How obligations begin and end. */
final class Obligations {

    private Obligations() {}

    static Obligation ofMiddlewareUnit(RolloutPolicy policy, Duty duty, String subject, Instant from, Duration within) {
        return ofMiddlewareUnit(policy, duty, subject, from, within, 0);
    }

    /** @param round tells repeated obligations about the same subject apart */
    static Obligation ofMiddlewareUnit(
            RolloutPolicy policy, Duty duty, String subject, Instant from, Duration within, long round) {
        String id = subject.isEmpty() ? name(duty) : id(duty, subject, round);
        return timed(
                policy.ownCalendar(), id, duty, Party.MIDDLEWARE_UNIT, subject, Reporting.EVERY_RELEASE, from, within);
    }

    /** @param round tells a site's repeated obligations apart */
    static Obligation ofSite(
            WorkingCalendar calendar,
            Duty duty,
            SiteId site,
            Reporting reporting,
            Instant from,
            Duration within,
            int round) {
        return timed(calendar, id(duty, site.value(), round), duty, Party.site(site), "", reporting, from, within);
    }

    /** Unique within the rollout, however often the same is owed. */
    static String id(Duty duty, String whom, long round) {
        return name(duty) + ":" + whom + (round == 0 ? "" : ":" + (round + 1));
    }

    /** How often that was owed so far. */
    static long rounds(Rollout rollout, Duty duty, String subject) {
        return rollout.obligations().stream().filter(about(duty, subject)).count();
    }

    /** The reminder comes after three quarters of the working time, as EGI's trackers did it. */
    private static Obligation timed(
            WorkingCalendar calendar,
            String id,
            Duty duty,
            Party debtor,
            String subject,
            Reporting reporting,
            Instant from,
            Duration within) {
        Duration threeQuarters = within.multipliedBy(3).dividedBy(4);
        return Obligation.pending(
                ObligationId.of(id),
                duty,
                debtor,
                subject,
                reporting,
                from,
                Ticks.truncate(calendar.after(from, Ticks.truncate(threeQuarters))),
                Ticks.truncate(calendar.after(from, within)));
    }

    /** Ends what is pending and matches, all in one way. What was done too late is recorded as done late. */
    static void end(Draft draft, Predicate<Obligation> which, ObligationOutcome outcome) {
        end(draft, draft.rollout(), which, outcome, "");
    }

    static void end(
            Draft draft, Rollout rollout, Predicate<Obligation> which, ObligationOutcome outcome, String reason) {
        List<Obligation> matching = rollout.obligations().stream().filter(which).toList();
        for (Obligation each : matching) {
            if (each.isPending()) {
                draft.record(rollout.id(), new SiteEvent.ObligationEnded(draft.now(), each.id(), outcome, reason));
            } else if (outcome == ObligationOutcome.MET && isMissedStill(each)) {
                draft.record(rollout.id(), new SiteEvent.ObligationDoneLate(draft.now(), each.id()));
            }
        }
    }

    private static boolean isMissedStill(Obligation obligation) {
        return obligation.outcome() == ObligationOutcome.MISSED
                && obligation.doneLateAt().isEmpty();
    }

    static Predicate<Obligation> of(Duty duty) {
        return each -> each.duty() == duty;
    }

    static Predicate<Obligation> of(Duty duty, SiteId site) {
        return each -> each.duty() == duty && each.debtor().equals(Party.site(site));
    }

    static Predicate<Obligation> about(Duty duty, String subject) {
        return each -> each.duty() == duty && each.subject().equals(subject);
    }

    /** What sites owe for the release: answers to the MU's questions are another matter. */
    static Predicate<Obligation> owedBySites() {
        return each -> each.debtor().kind() == Party.Kind.SITE && each.duty() != Duty.ANSWER;
    }

    private static String name(Duty duty) {
        return duty.name().toLowerCase(Locale.ROOT);
    }
}
