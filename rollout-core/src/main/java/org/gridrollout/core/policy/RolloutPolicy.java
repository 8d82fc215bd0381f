package org.gridrollout.core.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.Violations;
import org.gridrollout.api.sla.CalendarId;
import org.gridrollout.api.spi.WorkingCalendar;
import org.gridrollout.api.verdict.Enforcement;
import org.gridrollout.core.sla.AroundTheClock;
import org.gridrollout.core.sla.ExcusalPolicy;
import org.immutables.value.Value;

/**
 * What a host decides once about its process. Periods already running keep the terms they began with.
 *
 * @param intakeWithin the MU accepts or refuses a contribution within this
 * @param triageWithin the MU decides an incident's criticality within this
 * @param restoreWithin the MU restores production within this after a critical incident there
 * @param evidence when silence counts
 * @param promotion who moves a good release on
 * @param calendar in whose working time the MU's own periods count
 * @param calendars the calendars that SLAs and this policy refer to; {@link AroundTheClock} is always there
 * @param excusals when a downtime excuses what a site owes
 * @param periodsInHold what becomes of the sites' periods while a rollout is held
 * @param retirementGrace at most so long after the end of security support is the deadline of a retirement
 * @param betaClosure whether a contribution that could not be installed from beta, or breaks what is there, is refused or
 *     only remarked upon
 * @param certificationRequired whether a release without certification is refused
 * @param checks what has to pass outside this library before a release is promoted
 */
@Value.Builder
public record RolloutPolicy(
        Duration intakeWithin,
        Duration triageWithin,
        Duration restoreWithin,
        EvidencePolicy evidence,
        Promotion promotion,
        CalendarId calendar,
        List<WorkingCalendar> calendars,
        ExcusalPolicy excusals,
        PeriodsInHold periodsInHold,
        Duration retirementGrace,
        Enforcement betaClosure,
        boolean certificationRequired,
        List<FreezeWindow> freezeWindows,
        List<RequiredCheck> checks)
        implements WithRolloutPolicy {

    private static final WorkingCalendar AROUND_THE_CLOCK = new AroundTheClock();

    /** Who moves a good release to production. */
    public enum Promotion {
        /** The MU, by command. */
        BY_COMMAND,
        /** The sweep, as soon as every rule passes. */
        AUTOMATIC
    }

    /** What becomes of the sites' periods while a rollout is held. */
    public enum PeriodsInHold {
        /** They run on; a site that has the release can report on it. */
        RUN_ON,
        /** They stand still, and are due later by the time the rollout was held. */
        STOP
    }

    /** Five days for intake, one for triage, three for restoring; one enrolled site has to run a release; the MU promotes. */
    public static final RolloutPolicy STANDARD = new RolloutPolicy(
            Duration.ofDays(5),
            Duration.ofDays(1),
            Duration.ofDays(3),
            EvidencePolicy.ONE_SITE,
            Promotion.BY_COMMAND,
            CalendarId.AROUND_THE_CLOCK,
            List.of(),
            ExcusalPolicy.STANDARD,
            PeriodsInHold.RUN_ON,
            Duration.ofDays(31),
            Enforcement.ENFORCED,
            true,
            List.of(),
            List.of());

    public RolloutPolicy {
        freezeWindows = List.copyOf(freezeWindows);
        calendars = List.copyOf(calendars);
        checks = List.copyOf(checks);
        Violations violations = Violations.of("RolloutPolicy");
        for (Duration each : List.of(intakeWithin, triageWithin, restoreWithin, retirementGrace)) {
            violations.unless(!each.isNegative() && !each.isZero(), "periods must be positive, was %s", each);
        }
        violations
                .unless(
                        calendars.stream().map(WorkingCalendar::id).distinct().count() == calendars.size(),
                        "two calendars have the same name")
                .unless(find(calendars, calendar).isPresent(), "calendar %s is not among the calendars", calendar)
                .throwIfAny();
    }

    /** The calendar of that name, if there is one. */
    public Optional<WorkingCalendar> calendar(CalendarId id) {
        return find(calendars, id);
    }

    /** In whose working time the MU's own periods count. */
    public WorkingCalendar ownCalendar() {
        return find(calendars, calendar).orElseThrow();
    }

    private static Optional<WorkingCalendar> find(List<WorkingCalendar> calendars, CalendarId id) {
        for (WorkingCalendar each : calendars) {
            if (each.id().equals(id)) {
                return Optional.of(each);
            }
        }
        return id.equals(CalendarId.AROUND_THE_CLOCK) ? Optional.of(AROUND_THE_CLOCK) : Optional.empty();
    }

    /** The freeze window that covers an instant, if one does; the one that ends last. */
    public Optional<FreezeWindow> freezeAt(Instant instant) {
        Optional<FreezeWindow> last = Optional.empty();
        for (int i = 0; i < freezeWindows.size(); i++) {
            FreezeWindow each = freezeWindows.get(i);
            boolean later = last.isEmpty() || each.until().isAfter(last.get().until());
            if (later && each.covers(instant)) {
                last = Optional.of(each);
            }
        }
        return last;
    }
}
