package org.gridrollout.core.sla;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.registry.Downtime;
import org.gridrollout.core.policy.ExcusalPolicy;

/** Decides what downtimes excuse. Immutable and pure. */
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
     * deciding late gives the answer that deciding on time gives.
     *
     * @param dueAt not before {@code startedAt}
     * @param downtimes all that are known, in any order; those of other sites are ignored
     */
    public Excusal decide(SiteId site, Instant startedAt, Instant dueAt, Collection<Downtime> downtimes) {
        return new Excusal.NotExcused(List.of(), policy.toString());
    }
}
