package org.gridrollout.core.metrics;

import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.software.ProductId;
import org.jspecify.annotations.Nullable;

/** An obligation as it counts: at its due instant, by its outcome, with the time its debtor took. */
final class Owed extends Mark {

    private final @Nullable Asked asked;
    private final long startedAt;
    private final boolean keptBySilence;
    private boolean unknown;
    private ObligationOutcome outcome = ObligationOutcome.PENDING;
    private @Nullable ObligationOutcome anew;

    /**
     * A pending obligation.
     *
     * @param asked what its debtor has to do with the release, if it owes this for having been asked
     */
    Owed(Obligation obligation, Series series, ProductId product, @Nullable Asked asked) {
        super(series, product, Micros.of(obligation.dueAt()), Counted.PENDING.code(), NO_TIME);
        this.asked = asked;
        this.startedAt = Micros.of(obligation.startedAt());
        this.keptBySilence = obligation.isKeptBySilence();
    }

    /** Whether a site owes it because the release was announced to it. */
    boolean isOfAskedSite() {
        return asked != null;
    }

    boolean isPending() {
        return outcome == ObligationOutcome.PENDING;
    }

    void dueAt(long due) {
        count(due, codeNow(), took());
    }

    void end(ObligationOutcome how, long endedAt) {
        outcome = how;
        // Whoever does something ends the obligation by its due instant; after it, time does.
        boolean silent = keptBySilence && how == ObligationOutcome.MET && endedAt > at();
        // What happens after this comes after the due instant, and exposes the site to nothing it could have reported.
        unknown = silent && asked != null && !asked.ranWithin(startedAt, at());
        count(at(), codeNow(), how == ObligationOutcome.MET && !silent ? endedAt - startedAt : NO_TIME);
    }

    void doneLate(long doneAt) {
        count(at(), codeNow(), doneAt - startedAt);
    }

    void countAnew(ObligationOutcome how) {
        anew = how;
        count(at(), codeNow(), took());
    }

    private int codeNow() {
        Counted counted = unknown ? Counted.UNKNOWN : Counted.of(outcome);
        return anew == null ? counted.code() : counted.code(Counted.of(anew));
    }
}
