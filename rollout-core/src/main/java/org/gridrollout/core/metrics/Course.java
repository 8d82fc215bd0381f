package org.gridrollout.core.metrics;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.ObligationId;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.jspecify.annotations.Nullable;

/** How far one release has come, and what is counted of it: what later events refer to. */
final class Course {

    private final ProductBook product;
    // By identity, since a million of small entries is what a grid needs: names come from one pool, sites are their
    // books.
    private final IdentityHashMap<ObligationId, Owed> owed = new IdentityHashMap<>(4);
    private final IdentityHashMap<SiteBook, Asked> asked = new IdentityHashMap<>(4);
    private final Map<IncidentId, Filed> incidents = new HashMap<>(4);
    private final Map<RolloutState, Long> spent = new EnumMap<>(RolloutState.class);
    private RolloutState state = RolloutState.CONTRIBUTED;
    private long stateSince;
    private boolean onEvidence;
    private long brokenSince;
    private @Nullable Mark restored;

    Course(ProductBook product, long contributedAt) {
        this.product = product;
        this.stateSince = contributedAt;
    }

    ProductBook product() {
        return product;
    }

    RolloutState state() {
        return state;
    }

    void moveTo(RolloutState next, long at) {
        if (next != state) {
            spent.merge(state, at - stateSince, Long::sum);
            state = next;
            stateSince = at;
        }
    }

    /** Microseconds in each state that it has left. */
    Map<RolloutState, Long> spent() {
        return Collections.unmodifiableMap(spent);
    }

    /** Remembers whether it was found good on evidence, or past it. */
    void cleared(List<Finding> findings) {
        onEvidence = findings.stream().noneMatch(each -> each.outcome() == FindingOutcome.PASS_WAIVED);
    }

    boolean passedOnEvidence() {
        return onEvidence;
    }

    void brokenSince(long when) {
        brokenSince = when;
    }

    long brokenSince() {
        return brokenSince;
    }

    void restored(Mark mark) {
        restored = mark;
    }

    Optional<Mark> restored() {
        return Optional.ofNullable(restored);
    }

    void owes(ObligationId pooled, Owed obligation) {
        owed.put(pooled, obligation);
    }

    /** The obligation of that name, if it began here. */
    Optional<Owed> owed(ObligationId pooled) {
        return Optional.ofNullable(owed.get(pooled));
    }

    /** All obligations, in no order that means anything. */
    Collection<Owed> allOwed() {
        return owed.values();
    }

    Optional<Asked> asked(SiteBook site) {
        return Optional.ofNullable(asked.get(site));
    }

    /** What the site has to do with the release; begins now if it had nothing. */
    Asked askedOrNew(SiteBook site) {
        return asked.computeIfAbsent(site, any -> new Asked(site.asked(), product.product()));
    }

    void filed(IncidentId id, Filed incident) {
        incidents.put(id, incident);
    }

    Optional<Filed> incident(IncidentId id) {
        return Optional.ofNullable(incidents.get(id));
    }
}
