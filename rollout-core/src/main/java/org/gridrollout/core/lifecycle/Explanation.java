package org.gridrollout.core.lifecycle;

import java.util.ArrayList;
import java.util.List;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.rollout.Hold;
import org.gridrollout.api.rollout.Restoration;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.verdict.Change;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.api.verdict.RuleId;
import org.gridrollout.api.verdict.Verdict;
import org.gridrollout.core.coverage.Cell;
import org.gridrollout.core.rule.BuiltInRules;
import org.gridrollout.core.rule.Wording;

/** Why a rollout is where it is: what its state asks for, and what the rules say about going on. */
final class Explanation {

    private static final RuleId STATE = RuleId.of("state");

    private Explanation() {}

    static Verdict of(Rollout rollout, Context context) {
        List<Finding> findings = new ArrayList<>();
        findings.add(state(rollout, context));
        if (rollout.state().isBeforeProduction()) {
            findings.addAll(context.rules().explain(context.candidate(rollout)).findings());
        }
        return Verdict.on(rollout.release(), findings);
    }

    private static Finding state(Rollout rollout, Context context) {
        return switch (rollout.state()) {
            case CONTRIBUTED ->
                acts("Beta publication is pending.", Party.MIDDLEWARE_UNIT, "sees to its publication in beta");
            case IN_BETA ->
                acts("In beta; to be announced. " + coverage(rollout, context), Party.MIDDLEWARE_UNIT, "announces it")
                        .derivedFrom(List.of(BuiltInRules.ANNOUNCED));
            case ROLLING_OUT -> Finding.pass(STATE, "Announced; the sites' periods run.");
            case HELD -> held(rollout.hold().orElseThrow());
            case INCONCLUSIVE -> inconclusive(rollout);
            case GOOD -> Finding.pass(STATE, "Good for wider deployment.");
            case PROMOTING -> Finding.waitUntil(STATE, "Production publication is pending.", rollout.stateSince());
            case IN_PRODUCTION ->
                Finding.pass(STATE, "In production since " + Wording.instant(rollout.stateSince()) + ".");
            case FAULTY -> faulty(rollout.restoration().orElseThrow());
            case REFUSED, REJECTED, WITHDRAWN, RETIRED ->
                Finding.notApplicable(
                        STATE, "Ended: " + rollout.state() + " since " + Wording.instant(rollout.stateSince()) + ".");
            case SUPERSEDED ->
                Finding.notApplicable(
                        STATE,
                        "Ended: superseded by " + rollout.supersededBy().orElseThrow() + " on "
                                + Wording.instant(rollout.stateSince()) + ".");
        };
    }

    private static String coverage(Rollout rollout, Context context) {
        return context.around()
                .coverage()
                .map(Cell::sentence)
                .orElseGet(() -> context.activeEnrolments().isEmpty()
                        ? "No rollout site is enrolled for " + rollout.release().product() + "."
                        : "Rollout sites are enrolled.");
    }

    /** Evidence that comes in now clears nothing by itself; a waiver does. */
    private static Finding inconclusive(Rollout rollout) {
        Finding finding = acts(
                        "Every period is over; silence without exposure said nothing. It is cleared, extended, given more"
                                + " sites or waived by the MU.",
                        Party.MIDDLEWARE_UNIT,
                        "clears it")
                .derivedFrom(List.of(BuiltInRules.ENOUGH_EXPOSURE));
        return rollout.observation().isPresent() ? finding : finding.passesIf(List.of());
    }

    private static Finding held(Hold hold) {
        String until = hold.until()
                .map(each -> "; to be looked at by " + Wording.instant(each))
                .orElse("");
        Finding held = acts(
                "Held by " + hold.holder() + ", " + hold.reason() + until + ".", hold.holder(), "releases the hold");
        // An incident's hold ends with its decision, so that nothing is left to do about it.
        return hold.manual()
                ? held
                : held.derivedFrom(List.of(BuiltInRules.NO_UNDECIDED_INCIDENT)).passesIf(List.of());
    }

    private static Finding faulty(Restoration restoration) {
        return Finding.of(
                        STATE,
                        FindingOutcome.BLOCKED,
                        "Faulty in production because of " + Wording.list(restoration.incidents(), each -> each.value())
                                + "; a restoring release with a higher version is owed by "
                                + Wording.instant(restoration.dueAt()) + ". "
                                + restoration.ways().get(0).sentence(),
                        List.of(Party.MIDDLEWARE_UNIT))
                .with("dueAt", restoration.dueAt());
    }

    private static Finding acts(String sentence, Party party, String what) {
        return Finding.of(STATE, FindingOutcome.NEEDS_DECISION, sentence, List.of(party))
                .passesIf(List.of(Change.by(party, what, STATE)));
    }
}
