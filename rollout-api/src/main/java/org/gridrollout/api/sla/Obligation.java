package org.gridrollout.api.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gridrollout.api.Violations;
import org.gridrollout.api.party.Party;

/**
 * Who owes what by when. Terms are copied from the SLA when the obligation begins and never follow a later change of it.
 *
 * @param subject what it is about, where the duty alone does not say it: an incident's name; else empty
 * @param reporting for REPORT: whether silence keeps it
 * @param startedAt when its clock started
 * @param dueAt the last instant that is on time
 * @param endedAt when it ended; absent exactly while PENDING
 */
public record Obligation(
        ObligationId id,
        Duty duty,
        Party debtor,
        String subject,
        Reporting reporting,
        Instant startedAt,
        Instant dueAt,
        ObligationOutcome outcome,
        Optional<Instant> endedAt) {

    public Obligation {
        Violations.of("Obligation " + id)
                .unless(!dueAt.isBefore(startedAt), "is due before it starts")
                .unless(outcome.ended() == endedAt.isPresent(), "outcome %s does not go with its end", outcome)
                .throwIfAny();
    }

    /** A pending obligation. */
    public static Obligation pending(
            ObligationId id,
            Duty duty,
            Party debtor,
            String subject,
            Reporting reporting,
            Instant from,
            Duration within) {
        return new Obligation(
                id,
                duty,
                debtor,
                subject,
                reporting,
                from,
                from.plus(within),
                ObligationOutcome.PENDING,
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

    /** The same obligation, ended. */
    public Obligation ended(ObligationOutcome how, Instant at) {
        return new Obligation(id, duty, debtor, subject, reporting, startedAt, dueAt, how, Optional.of(at));
    }

    /** The same obligation with a later due instant. */
    public Obligation extendedTo(Instant due) {
        return new Obligation(id, duty, debtor, subject, reporting, startedAt, due, outcome, endedAt);
    }
}
