package org.gridrollout.benchmarks.scorecard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.sla.ObligationId;
import org.gridrollout.api.sla.Reporting;

/**
 * What one site owes on every release. An obligation's name is unique within its rollout only, so that one site needs a few
 * names for all of them: a million obligations stay small.
 */
final class Terms {

    private static final Duration ACKNOWLEDGE = Duration.ofDays(1);
    private static final Duration DEPLOY = Duration.ofDays(3);

    /** How long sites have to report, and so how long releases are observed. */
    static final Duration REPORT = Duration.ofDays(7);

    final SiteId site;
    final Reporting reporting;

    private final Party debtor;
    private final List<ObligationId> names;

    /** @param number sites with odd numbers promised a report of every release, the others of failures only */
    Terms(SiteId site, int number) {
        this.site = site;
        this.reporting = number % 2 == 1 ? Reporting.EVERY_RELEASE : Reporting.FAILURES_ONLY;
        this.debtor = Party.site(site);
        this.names = List.of(
                name(Duty.ACKNOWLEDGE, site.value()), name(Duty.DEPLOY, site.value()), name(Duty.REPORT, site.value()));
    }

    ObligationId named(Duty duty) {
        return switch (duty) {
            case ACKNOWLEDGE -> names.get(0);
            case DEPLOY -> names.get(1);
            case REPORT -> names.get(2);
            default -> throw new IllegalArgumentException("no duty of a rollout site: " + duty);
        };
    }

    Obligation owed(Duty duty, Instant from) {
        Duration within = duty == Duty.ACKNOWLEDGE ? ACKNOWLEDGE : duty == Duty.DEPLOY ? DEPLOY : REPORT;
        return pending(named(duty), duty, debtor, "", reporting, from, within);
    }

    static Obligation ofMiddlewareUnit(Duty duty, String subject, Instant from, Duration within) {
        ObligationId name = name(duty, subject.isEmpty() ? "MU" : subject);
        return pending(name, duty, Party.MIDDLEWARE_UNIT, subject, Reporting.EVERY_RELEASE, from, within);
    }

    private static ObligationId name(Duty duty, String whose) {
        return ObligationId.of(duty.name().toLowerCase(Locale.ROOT) + ":" + whose);
    }

    private static Obligation pending(
            ObligationId name,
            Duty duty,
            Party debtor,
            String subject,
            Reporting reporting,
            Instant from,
            Duration within) {
        Instant warnAt = from.plus(within.multipliedBy(3).dividedBy(4));
        return Obligation.pending(name, duty, debtor, subject, reporting, from, warnAt, from.plus(within));
    }
}
