package org.gridrollout.core.lifecycle;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.command.RolloutCommand.AddSites;
import org.gridrollout.api.command.RolloutCommand.Announce;
import org.gridrollout.api.command.RolloutCommand.AnnounceToNobody;
import org.gridrollout.api.command.RolloutCommand.Extend;
import org.gridrollout.api.event.EventType;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.rollout.Observation;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.sla.Reporting;
import org.gridrollout.api.verdict.Verdict;
import org.gridrollout.core.evidence.Exposure;
import org.gridrollout.core.sla.AroundTheClock;

/** Rollout sites are told, and their obligations begin with the terms of that instant. */
final class Announcing {

    private Announcing() {}

    static Optional<Verdict> announce(Draft draft, Announce command) {
        ChosenSites chosen = ChosenSites.of(draft, command.sites());
        Optional<Verdict> refusal = new Guards("Announce", draft)
                .state(draft.rollout(), EventType.ANNOUNCED)
                .require(
                        !chosen.enrolments().isEmpty(),
                        "rollout-site-enrolled",
                        "No rollout site is enrolled for " + draft.release().product()
                                + "; enrol one, or announce to nobody on purpose.",
                        Party.MIDDLEWARE_UNIT)
                .with(chosen::guard)
                .passes(Clearing.freeze(draft))
                .refusal();
        if (refusal.isEmpty()) {
            List<Obligation> obligations = chosen.obligations();
            draft.record(new RolloutEvent.Announced(
                    draft.now(), command.actor(), observation(draft.now(), obligations), obligations));
            chosen.whoHasItHasDeployed();
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
        ChosenSites chosen = ChosenSites.of(draft, command.sites());
        List<SiteId> asked = Exposure.sitesAsked(draft.rollout());
        Optional<Verdict> refusal = new Guards("Add sites to", draft)
                .state(draft.rollout(), EventType.SITES_ADDED)
                .with(chosen::guard)
                .require(
                        chosen.enrolments().stream().noneMatch(each -> asked.contains(each.site())),
                        "sites-not-asked-yet",
                        "Some of these sites were asked already; give them more time by extending.",
                        Party.MIDDLEWARE_UNIT)
                .refusal();
        if (refusal.isEmpty()) {
            List<Obligation> obligations = chosen.obligations();
            draft.record(new RolloutEvent.SitesAdded(
                    draft.now(),
                    command.actor(),
                    prolonged(draft, observation(draft.now(), obligations)),
                    obligations));
            chosen.whoHasItHasDeployed();
        }
        return refusal;
    }

    static Optional<Verdict> extend(Draft draft, Extend command) {
        Rollout rollout = draft.rollout();
        List<SiteId> asked = Exposure.sitesAsked(rollout);
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
                            ChosenSites.rounds(rollout, site)))
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

    private static Reporting reporting(Rollout rollout, SiteId site) {
        return rollout.obligations().stream()
                .filter(Obligations.of(Duty.REPORT, site))
                .map(Obligation::reporting)
                .reduce((first, last) -> last)
                .orElse(Reporting.FAILURES_ONLY);
    }
}
