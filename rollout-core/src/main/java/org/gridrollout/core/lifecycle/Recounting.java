package org.gridrollout.core.lifecycle;

import java.util.List;
import java.util.Optional;
import org.gridrollout.api.command.SiteCommand.RecordMissedFault;
import org.gridrollout.api.command.SiteCommand.WaiveObligation;
import org.gridrollout.api.event.SiteEvent;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.verdict.Verdict;

/** What the MU records of what others owe: letting go, and counting anew. */
final class Recounting {

    private Recounting() {}

    static Optional<Verdict> waive(Draft draft, WaiveObligation command) {
        Optional<Obligation> known = draft.rollout().obligations().stream()
                .filter(each -> each.id().equals(command.obligation()))
                .findFirst();
        Optional<Verdict> refusal = new Guards("Waive " + command.obligation() + " for", draft)
                .require(
                        known.isPresent(),
                        "obligation-known",
                        "Nothing of the name " + command.obligation() + " is owed for "
                                + draft.rollout().id() + ".",
                        Party.NOBODY)
                .require(
                        known.isEmpty() || known.get().isPending(),
                        "obligation-pending",
                        command.obligation() + " has ended: "
                                + known.map(each -> each.outcome().name()).orElse("") + ".",
                        Party.NOBODY)
                .require(
                        known.isEmpty() || !known.get().debtor().equals(Party.MIDDLEWARE_UNIT),
                        "not-own-obligation",
                        "Nobody waives what they owe themselves.",
                        Party.MIDDLEWARE_UNIT)
                .refusal();
        if (refusal.isEmpty()) {
            draft.record(new SiteEvent.ObligationEnded(
                    draft.now(), command.obligation(), ObligationOutcome.WAIVED, command.reason()));
        }
        return refusal;
    }

    static Optional<Verdict> missedFault(Draft draft, RecordMissedFault command) {
        List<Obligation> kept = draft.rollout().obligations().stream()
                .filter(Obligations.of(Duty.REPORT, command.site()))
                .filter(Recounting::keptBySilenceAlone)
                .toList();
        boolean proven =
                draft.rollout().incidents().stream().anyMatch(each -> each.criticality() != Criticality.UNDECIDED);
        Optional<Verdict> refusal = new Guards("Record a missed fault on", draft)
                .require(
                        !kept.isEmpty(),
                        "kept-by-silence",
                        "No obligation of " + command.site() + " counts as met by silence.",
                        Party.NOBODY)
                .require(
                        proven,
                        "fault-decided",
                        "No incident on " + draft.rollout().id() + " is decided to be a fault.",
                        Party.MIDDLEWARE_UNIT)
                .refusal();
        if (refusal.isEmpty()) {
            kept.forEach(each -> draft.record(new SiteEvent.ObligationRecomputed(
                    draft.now(), each.id(), ObligationOutcome.MISSED, command.evidence(), command.actor())));
        }
        return refusal;
    }

    /** Ended by time, so that nothing was said; whoever spoke ended it at or before its due instant. */
    private static boolean keptBySilenceAlone(Obligation obligation) {
        return obligation.isKeptBySilence()
                && obligation.counted() == ObligationOutcome.MET
                && obligation.endedAt().orElseThrow().isAfter(obligation.dueAt());
    }
}
