package org.gridrollout.api.sla;

import java.time.Instant;
import java.util.Optional;
import org.gridrollout.api.Violations;
import org.gridrollout.api.party.Party;
import org.immutables.value.Value;

/**
 * Who owes what by when. Terms are copied from the SLA when the obligation begins and never follow a later change of it.
 *
 * @param subject what it is about, where the duty alone does not say it: an incident's name; else empty
 * @param reporting for REPORT: whether silence keeps it
 * @param startedAt when its clock started
 * @param warnAt when its debtor is reminded: after three quarters of the time
 * @param dueAt the last instant that is on time
 * @param warned whether its debtor was reminded
 * @param outcome how it ended, first and for good; see {@link #counted()}
 * @param endedAt when it ended; absent exactly while PENDING
 * @param reason why it ended so, where the outcome alone does not say it; else empty
 * @param doneLateAt when what was MISSED was done after all
 * @param recomputed how it counts since more became known
 */
@Value.Builder
public record Obligation(
        ObligationId id,
        Duty duty,
        Party debtor,
        String subject,
        Reporting reporting,
        Instant startedAt,
        Instant warnAt,
        Instant dueAt,
        boolean warned,
        ObligationOutcome outcome,
        Optional<Instant> endedAt,
        String reason,
        Optional<Instant> doneLateAt,
        Optional<Recomputation> recomputed)
        implements WithObligation {

    public Obligation {
        boolean ordered = !warnAt.isBefore(startedAt) && !dueAt.isBefore(warnAt);
        if (!ordered || outcome.ended() != endedAt.isPresent()) {
            Violations.of("Obligation " + id)
                    .unless(!dueAt.isBefore(startedAt), "is due before it starts")
                    .unless(ordered, "is warned of outside its time")
                    .unless(outcome.ended() == endedAt.isPresent(), "outcome %s does not go with its end", outcome)
                    .throwIfAny();
        }
    }

    /** A pending obligation. */
    public static Obligation pending(
            ObligationId id,
            Duty duty,
            Party debtor,
            String subject,
            Reporting reporting,
            Instant startedAt,
            Instant warnAt,
            Instant dueAt) {
        return new Obligation(
                id,
                duty,
                debtor,
                subject,
                reporting,
                startedAt,
                warnAt,
                dueAt,
                false,
                ObligationOutcome.PENDING,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty());
    }

    /** Whether it is still owed. */
    public boolean isPending() {
        return outcome == ObligationOutcome.PENDING;
    }

    /** Whether {@code instant} is past its last instant on time. */
    public boolean isOverdueAt(Instant instant) {
        return isPending() && instant.isAfter(dueAt);
    }

    /** Whether a debtor's silence keeps it: nothing to report is a report. */
    public boolean isKeptBySilence() {
        return duty == Duty.REPORT && reporting == Reporting.FAILURES_ONLY;
    }

    /** How it counts: as it ended, or as it was counted anew later. */
    public ObligationOutcome counted() {
        return recomputed.map(Recomputation::outcome).orElse(outcome);
    }

    /** The same obligation, ended. */
    public Obligation ended(ObligationOutcome how, Instant at, String why) {
        return new ObligationBuilder()
                .from(this)
                .outcome(how)
                .endedAt(at)
                .reason(why)
                .build();
    }

    /** The same obligation, due later. */
    public Obligation dueLater(Instant due) {
        return withDueAt(due);
    }
}
