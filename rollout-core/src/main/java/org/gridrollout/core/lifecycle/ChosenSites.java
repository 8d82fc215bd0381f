package org.gridrollout.core.lifecycle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.registry.Enrolment;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.sla.Sla;
import org.gridrollout.api.spi.WorkingCalendar;
import org.gridrollout.core.rule.Wording;

/**
 * The rollout sites that a release is announced to, with the terms of this instant.
 *
 * @param wanted the sites somebody named; empty for all that are enrolled
 * @param enrolments those of them that are enrolled now, by site
 */
record ChosenSites(Draft draft, Set<SiteId> wanted, List<Enrolment> enrolments) {

    static ChosenSites of(Draft draft, Set<SiteId> wanted) {
        return new ChosenSites(
                draft,
                wanted,
                draft.context().activeEnrolments().stream()
                        .filter(each -> wanted.isEmpty() || wanted.contains(each.site()))
                        .sorted(Comparator.comparing(Enrolment::site))
                        .toList());
    }

    /** All of them are enrolled, and what they promised can be measured. */
    void guard(Guards guards) {
        List<SiteId> unknown = unknown();
        List<Enrolment> unmeasurable = unmeasurable();
        guards.require(
                        unknown.isEmpty(),
                        "sites-enrolled",
                        "Not enrolled now: " + Wording.list(unknown, SiteId::value) + ".",
                        Party.MIDDLEWARE_UNIT)
                .require(
                        unmeasurable.isEmpty(),
                        "calendar-known",
                        "The policy has no calendar to measure these terms by: "
                                + Wording.list(unmeasurable, each -> each.sla().calendar() + " of " + each.site())
                                + ".",
                        Party.MIDDLEWARE_UNIT);
    }

    /** What they owe from now on. */
    List<Obligation> obligations() {
        List<Obligation> obligations = new ArrayList<>();
        for (Enrolment each : enrolments) {
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

    /** Who runs the release already has done that much of what is owed. */
    void whoHasItHasDeployed() {
        for (Enrolment each : enrolments) {
            if (draft.rollout().isDeployedAt(each.site())) {
                Obligations.end(draft, Obligations.of(Duty.DEPLOY, each.site()), ObligationOutcome.MET);
            }
        }
    }

    /** How often a site was asked for a report before. */
    static int rounds(Rollout rollout, SiteId site) {
        return (int) rollout.obligations().stream()
                .filter(Obligations.of(Duty.REPORT, site))
                .count();
    }

    private List<SiteId> unknown() {
        List<SiteId> enrolled = enrolments.stream().map(Enrolment::site).toList();
        return wanted.stream().filter(each -> !enrolled.contains(each)).sorted().toList();
    }

    private List<Enrolment> unmeasurable() {
        return enrolments.stream()
                .filter(each -> draft.policy().calendar(each.sla().calendar()).isEmpty())
                .toList();
    }
}
