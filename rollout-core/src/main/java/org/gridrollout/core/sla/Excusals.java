package org.gridrollout.core.sla;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.Violations;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.registry.Downtime;
import org.gridrollout.core.sla.Excusal.Disregarded;
import org.gridrollout.core.sla.Excusal.Reason;

/**
 * Decides what downtimes excuse: a site that was down at the due instant, or for a large enough share of the period, is
 * excused. Only a downtime counts that was scheduled, not cancelled, and not right behind an unscheduled one, unless it had
 * been planned before that. Immutable and pure.
 */
public final class Excusals {

    private final ExcusalPolicy policy;

    private Excusals(ExcusalPolicy policy) {
        this.policy = policy;
    }

    /** Decides by that policy. */
    public static Excusals under(ExcusalPolicy policy) {
        return new Excusals(policy);
    }

    /**
     * Whether what {@code site} owes over a period is excused. Only what was declared by {@code dueAt} counts, so that
     * deciding late gives the answer that deciding on time gives, to the letter. The share is one of time passed, not of
     * working time.
     *
     * @param dueAt the last instant of the period, itself included
     * @param downtimes all that are known, each once, in any order; those of other sites are ignored
     * @throws org.gridrollout.api.InvalidValueException if the period ends before it begins
     */
    public Excusal decide(SiteId site, Instant startedAt, Instant dueAt, Collection<Downtime> downtimes) {
        Violations.of("Period of " + site)
                .unless(!dueAt.isBefore(startedAt), "is due at %s before it starts at %s", dueAt, startedAt)
                .throwIfAny();
        List<Downtime> known = downtimes.stream()
                .filter(each -> each.site().equals(site) && !each.declaredAt().isAfter(dueAt))
                .sorted(Comparator.comparing(Downtime::from).thenComparing(Downtime::id))
                .toList();
        Redeclarations redeclarations = new Redeclarations(known, policy.notice());
        List<Downtime> meeting = known.stream()
                .filter(each -> !each.from().isAfter(dueAt) && each.until().isAfter(startedAt))
                .toList();
        List<Downtime> counting = meeting.stream()
                .filter(each -> reasonAgainst(each, redeclarations).isEmpty())
                .toList();
        List<Downtime> whenDue =
                counting.stream().filter(each -> each.covers(dueAt)).toList();
        DownShare share = DownShare.of(counting, startedAt, dueAt);
        if (!whenDue.isEmpty()) {
            return ExcusalWording.downWhenDue(site, dueAt, whenDue);
        } else if (share.isAtLeast(policy.share())) {
            return ExcusalWording.downForTheShare(site, share, policy, counting);
        }
        List<Disregarded> disregarded = meeting.stream()
                .map(each -> new Disregarded(
                        each.id(), reasonAgainst(each, redeclarations).orElse(Reason.TOO_SHORT)))
                .toList();
        return ExcusalWording.notExcused(site, share, policy, disregarded);
    }

    private static Optional<Reason> reasonAgainst(Downtime downtime, Redeclarations redeclarations) {
        if (downtime.isCancelled()) {
            return Optional.of(Reason.CANCELLED);
        } else if (downtime.kind() == Downtime.Kind.UNSCHEDULED) {
            return Optional.of(Reason.UNSCHEDULED);
        }
        return redeclarations.contain(downtime) ? Optional.of(Reason.REDECLARED) : Optional.empty();
    }
}
