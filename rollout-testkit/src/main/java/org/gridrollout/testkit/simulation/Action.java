package org.gridrollout.testkit.simulation;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Something somebody tries, sensible or not.
 *
 * @param release which of the releases contributed so far, counted round and round
 * @param choice whatever else has to be chosen: a version, a site, a criticality, a number of hours
 */
public record Action(Kind kind, int release, int choice) {

    /** What is tried. */
    public enum Kind {
        /** Whatever would bring a story nearer to its end. */
        LEAD_ON,
        CONTRIBUTE,
        CONTRIBUTE_FIX,
        ANNOUNCE,
        ANNOUNCE_TO_NOBODY,
        ADD_SITES,
        ACKNOWLEDGE,
        DECLINE,
        DEPLOY,
        UNDEPLOY,
        REPORT_WORKING,
        FILE_INCIDENT,
        DECIDE,
        DISMISS,
        MARK_DUPLICATE,
        ASK,
        ANSWER,
        CLOSE_INCIDENT,
        LOWER,
        HOLD,
        RELEASE_HOLD,
        EXTEND,
        WAIVE,
        WAIVE_OBLIGATION,
        RECORD_MISSED_FAULT,
        CLEAR_EARLY,
        EXPEDITE,
        PROMOTE,
        WITHDRAW,
        CONSENT_TO_SUPERSEDE,
        PLAN_RESTORATION,
        ACCEPT_RISK,
        ANNOUNCE_RETIREMENT,
        RETIRE,
        DECLARE_DOWNTIME,
        PASS_TIME
    }

    /** Any action; those that lead on are more frequent. */
    public static Arbitrary<Action> any() {
        Arbitrary<Kind> kinds = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.of(Kind.values())),
                Tuple.of(3, Arbitraries.of(Kind.LEAD_ON)),
                Tuple.of(
                        2,
                        Arbitraries.of(
                                Kind.CONTRIBUTE,
                                Kind.ANNOUNCE,
                                Kind.DEPLOY,
                                Kind.PASS_TIME,
                                Kind.PROMOTE,
                                Kind.DECIDE)));
        return Combinators.combine(
                        kinds,
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 300))
                .as(Action::new);
    }

    /** The same of another kind. */
    Action with(Kind other) {
        return new Action(other, release, choice);
    }

    /** The same on another release. */
    Action on(int other) {
        return new Action(kind, other, choice);
    }
}
