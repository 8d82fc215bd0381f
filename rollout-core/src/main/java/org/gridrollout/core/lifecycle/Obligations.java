package org.gridrollout.core.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.sla.ObligationId;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.sla.Reporting;

/** How obligations begin and end. */
final class Obligations {

    private Obligations() {}

    static Obligation ofMiddlewareUnit(Duty duty, String subject, Instant from, Duration within) {
        String id = name(duty) + (subject.isEmpty() ? "" : ":" + subject);
        return Obligation.pending(
                ObligationId.of(id), duty, Party.MIDDLEWARE_UNIT, subject, Reporting.EVERY_RELEASE, from, within);
    }

    /** @param round tells a site's repeated obligations apart */
    static Obligation ofSite(Duty duty, SiteId site, Reporting reporting, Instant from, Duration within, int round) {
        String id = name(duty) + ":" + site + (round == 0 ? "" : ":" + (round + 1));
        return Obligation.pending(ObligationId.of(id), duty, Party.site(site), "", reporting, from, within);
    }

    /** Ends what is pending and matches, all in one way. */
    static void end(Draft draft, Predicate<Obligation> which, ObligationOutcome outcome) {
        end(draft, draft.rollout(), which, outcome);
    }

    static void end(Draft draft, Rollout rollout, Predicate<Obligation> which, ObligationOutcome outcome) {
        List<Obligation> ending = rollout.obligations().stream()
                .filter(Obligation::isPending)
                .filter(which)
                .toList();
        ending.forEach(
                each -> draft.record(rollout.id(), new RolloutEvent.ObligationEnded(draft.now(), each.id(), outcome)));
    }

    static Predicate<Obligation> of(Duty duty) {
        return each -> each.duty() == duty;
    }

    static Predicate<Obligation> of(Duty duty, SiteId site) {
        return each -> each.duty() == duty && each.debtor().equals(Party.site(site));
    }

    static Predicate<Obligation> owedBySites() {
        return each -> each.debtor().kind() == Party.Kind.SITE;
    }

    private static String name(Duty duty) {
        return duty.name().toLowerCase(Locale.ROOT);
    }
}
