package org.gridrollout.core.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.gridrollout.api.command.RolloutCommand.AddSites;
import org.gridrollout.api.command.RolloutCommand.Announce;
import org.gridrollout.api.command.RolloutCommand.AnnounceToNobody;
import org.gridrollout.api.command.RolloutCommand.Extend;
import org.gridrollout.api.event.EventType;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.registry.Enrolment;
import org.gridrollout.api.rollout.Observation;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.sla.Reporting;
import org.gridrollout.api.sla.Sla;
import org.gridrollout.api.spi.WorkingCalendar;
import org.gridrollout.api.verdict.Verdict;
import org.gridrollout.core.evidence.Exposure;
import org.gridrollout.core.rule.Wording;
import org.gridrollout.core.sla.AroundTheClock;

/** Rollout sites are told, and their obligations begin with the terms of that instant. */
final class Announcing {

    private Announcing() {}

    static Optional<Verdict> announce(Draft draft, Announce command) {
        List<Enrolment> chosen = chosen(draft, command.sites());
        Optional<Verdict> refusal = new Guards("Announce", draft)
                .state(draft.rollout(), EventType.ANNOUNCED)
                .require(
                        !chosen.isEmpty(),
                        "rollout-site-enrolled",
                        "No rollout site is enrolled for " + draft.release().product()
                                + "; enrol one, or announce to nobody on purpose.",
                        Party.MIDDLEWARE_UNIT)
                .require(
                        unknown(chosen, command.sites()).isEmpty(),
                        "sites-enrolled",
                        notEnrolled(chosen, command.sites()),
                        Party.MIDDLEWARE_UNIT)
                .require(
                        unmeasurable(draft, chosen).isEmpty(),
                        "calendar-known",
                        unknownCalendars(draft, chosen),
                        Party.MIDDLEWARE_UNIT)
                .passes(Clearing.freeze(draft))
                .refusal();
        if (refusal.isEmpty()) {
            List<Obligation> obligations = obligations(draft, chosen);
            draft.record(new RolloutEvent.Announced(
                    draft.now(), command.actor(), observation(draft.now(), obligations), obligations));
            alreadyDeployed(draft, chosen);
            Clearing.clearIfPermitted(draft);
        }
        return refusal;
    }

    static Optional<Verdict> announceToNobody(Draft draft, AnnounceToNobody command) {
        Optional<Verdict> refusal = new Guards("Announce to nobody", draft)
                .state(draft.rollout(), EventType.ANNOUNCED_TO_NOBODY)
                .refusal();
        if (refusal.isEmpty()) {
            draft.record(new RolloutEvent.AnnouncedToNobody(draft.now(), command.actor(), command.reason()));
            Clearing.clearIfPermitted(draft);
        }
        return refusal;
    }

    static Optional<Verdict> addSites(Draft draft, AddSites command) {
        List<Enrolment> chosen = chosen(draft, command.sites());
        List<SiteId> asked = Exposure.sitesAsked(draft.rollout());
        Optional<Verdict> refusal = new Guards("Add sites to", draft)
                .state(draft.rollout(), EventType.SITES_ADDED)
                .require(
                        unknown(chosen, command.sites()).isEmpty(),
                        "sites-enrolled",
                        notEnrolled(chosen, command.sites()),
                        Party.MIDDLEWARE_UNIT)
                .require(
                        unmeasurable(draft, chosen).isEmpty(),
                        "calendar-known",
                        unknownCalendars(draft, chosen),
                        Party.MIDDLEWARE_UNIT)
                .require(
                        chosen.stream().noneMatch(each -> asked.contains(each.site())),
                        "sites-not-asked-yet",
                        "Some of these sites were asked already; give them more time by extending.",
                        Party.MIDDLEWARE_UNIT)
                .refusal();
        if (refusal.isEmpty()) {
            List<Obligation> obligations = obligations(draft, chosen);
            draft.record(new RolloutEvent.SitesAdded(
                    draft.now(),
                    command.actor(),
                    prolonged(draft, observation(draft.now(), obligations)),
                    obligations));
            alreadyDeployed(draft, chosen);
        }
        return refusal;
    }

    static Optional<Verdict> extend(Draft draft, Extend command) {
        Rollout rollout = draft.rollout();
        List<SiteId> asked = Exposure.sitesAsked(rollout).stream()
                .filter(each -> !rollout.isDeclinedBy(each))
                .toList();
        Instant due = draft.now().plus(command.by());
        Optional<Verdict> refusal = new Guards("Extend", draft)
                .state(rollout, EventType.EXTENDED)
                .require(
                        !asked.isEmpty(),
                        "sites-asked",
                        "No site was asked, so that there is nothing to extend; add sites.",
                        Party.MIDDLEWARE_UNIT)
                .require(
                        rollout.observation().isEmpty()
                                || due.isAfter(rollout.observation().get().dueAt()),
                        "extends-period",
                        "The observation period would not become longer.",
                        Party.MIDDLEWARE_UNIT)
                .refusal();
        if (refusal.isEmpty()) {
            List<Obligation> again = asked.stream()
                    .map(site -> Obligations.ofSite(
                            new AroundTheClock(),
                            Duty.REPORT,
                            site,
                            reporting(rollout, site),
                            draft.now(),
                            command.by(),
                            rounds(rollout, site)))
                    .toList();
            draft.record(new RolloutEvent.Extended(
                    draft.now(),
                    command.actor(),
                    command.reason(),
                    prolonged(draft, new Observation(draft.now(), due)),
                    again));
        }
        return refusal;
    }

    private static List<Enrolment> chosen(Draft draft, Set<SiteId> sites) {
        return draft.context().activeEnrolments().stream()
                .filter(each -> sites.isEmpty() || sites.contains(each.site()))
                .sorted(Comparator.comparing(Enrolment::site))
                .toList();
    }

    private static List<SiteId> unknown(List<Enrolment> chosen, Set<SiteId> sites) {
        List<SiteId> enrolled = chosen.stream().map(Enrolment::site).toList();
        return sites.stream().filter(each -> !enrolled.contains(each)).sorted().toList();
    }

    private static String notEnrolled(List<Enrolment> chosen, Set<SiteId> sites) {
        return "Not enrolled now: " + Wording.list(unknown(chosen, sites), SiteId::value) + ".";
    }

    private static List<Enrolment> unmeasurable(Draft draft, List<Enrolment> chosen) {
        return chosen.stream()
                .filter(each -> draft.policy().calendar(each.sla().calendar()).isEmpty())
                .toList();
    }

    private static String unknownCalendars(Draft draft, List<Enrolment> chosen) {
        return "The policy has no calendar to measure these terms by: "
                + Wording.list(unmeasurable(draft, chosen), each -> each.sla().calendar() + " of " + each.site())
                + ".";
    }

    private static List<Obligation> obligations(Draft draft, List<Enrolment> chosen) {
        List<Obligation> obligations = new ArrayList<>();
        for (Enrolment each : chosen) {
            Sla sla = each.sla();
            int round = rounds(draft.rollout(), each.site());
            WorkingCalendar calendar = draft.policy().calendar(sla.calendar()).orElseThrow();
            BiConsumer<Duty, Duration> owe = (duty, within) -> obligations.add(
                    Obligations.ofSite(calendar, duty, each.site(), sla.reporting(), draft.now(), within, round));
            sla.acknowledgeWithin().ifPresent(within -> owe.accept(Duty.ACKNOWLEDGE, within));
            sla.deployWithin().ifPresent(within -> owe.accept(Duty.DEPLOY, within));
            owe.accept(Duty.REPORT, sla.reportWithin());
        }
        return obligations;
    }

    private static Observation observation(Instant from, List<Obligation> obligations) {
        return new Observation(
                from,
                obligations.stream()
                        .map(Obligation::dueAt)
                        .max(Comparator.naturalOrder())
                        .orElse(from));
    }

    /** The period so far, made longer. */
    private static Observation prolonged(Draft draft, Observation more) {
        return draft.rollout()
                .observation()
                .map(old -> new Observation(old.startedAt(), Ticks.later(old.dueAt(), more.dueAt())))
                .orElse(more);
    }

    private static void alreadyDeployed(Draft draft, List<Enrolment> chosen) {
        for (Enrolment each : chosen) {
            if (draft.rollout().isDeployedAt(each.site())) {
                Obligations.end(draft, Obligations.of(Duty.DEPLOY, each.site()), ObligationOutcome.MET);
            }
        }
    }

    private static int rounds(Rollout rollout, SiteId site) {
        return (int) rollout.obligations().stream()
                .filter(Obligations.of(Duty.REPORT, site))
                .count();
    }

    private static Reporting reporting(Rollout rollout, SiteId site) {
        return rollout.obligations().stream()
                .filter(Obligations.of(Duty.REPORT, site))
                .map(Obligation::reporting)
                .reduce((first, last) -> last)
                .orElse(Reporting.FAILURES_ONLY);
    }
}
