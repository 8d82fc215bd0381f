package org.gridrollout.core.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.Violations;
import org.immutables.value.Value;

/**
 * What a host decides once about its process. Periods already running keep the terms they began with.
 *
 * @param intakeWithin the MU accepts or refuses a contribution within this
 * @param triageWithin the MU decides an incident's criticality within this
 * @param restoreWithin the MU restores production within this after a critical incident there
 * @param evidence when silence counts
 * @param promotion who moves a good release on
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
        boolean certificationRequired,
        List<FreezeWindow> freezeWindows,
        List<RequiredCheck> checks)
        implements WithRolloutPolicy {

    /** Who moves a good release to production. */
    public enum Promotion {
        /** The MU, by command. */
        BY_COMMAND,
        /** The sweep, as soon as every rule passes. */
        AUTOMATIC
    }

    /** Five days for intake, one for triage, three for restoring; one enrolled site has to run a release; the MU promotes. */
    public static final RolloutPolicy STANDARD = new RolloutPolicy(
            Duration.ofDays(5),
            Duration.ofDays(1),
            Duration.ofDays(3),
            EvidencePolicy.ONE_SITE,
            Promotion.BY_COMMAND,
            true,
            List.of(),
            List.of());

    public RolloutPolicy {
        freezeWindows = List.copyOf(freezeWindows);
        checks = List.copyOf(checks);
        Violations violations = Violations.of("RolloutPolicy");
        for (Duration each : List.of(intakeWithin, triageWithin, restoreWithin)) {
            violations.unless(!each.isNegative() && !each.isZero(), "periods must be positive, was %s", each);
        }
        violations.throwIfAny();
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
