package org.gridrollout.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.gridrollout.api.party.Party;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.verdict.Change;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeededReleasesFirstTest {

    private static final Party OWN = Party.release(Scene.ID);
    private static final Party BLAH = Party.release(ReleaseId.of("blah-1.16"));

    private final Scene needing = Scene.good().needs("blah-1.16");

    @Test
    void needsNone() {
        assertThat(evaluate(Scene.good().needed("blah-1.16", RolloutState.FAULTY))
                        .outcome())
                .isEqualTo(FindingOutcome.NOT_APPLICABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "CONTRIBUTED, WAIT_FOR",
        "IN_BETA, WAIT_FOR",
        "ROLLING_OUT, WAIT_FOR",
        "HELD, WAIT_FOR",
        "INCONCLUSIVE, WAIT_FOR",
        "GOOD, WAIT_FOR",
        "PROMOTING, WAIT_FOR",
        "IN_PRODUCTION, PASS",
        "FAULTY, WAIT_FOR",
        "REFUSED, BLOCKED",
        "REJECTED, BLOCKED",
        "WITHDRAWN, BLOCKED",
        "SUPERSEDED, ERROR",
        "RETIRED, BLOCKED"
    })
    void followsTheStateOfWhatItNeeds(RolloutState state, FindingOutcome outcome) {
        assertThat(evaluate(needing.needed("blah-1.16", state)).outcome()).isEqualTo(outcome);
    }

    @Test
    void waitsForARestorationAndNamesTheFaultyRelease() {
        Finding finding = evaluate(needing.needed("blah-1.16", RolloutState.FAULTY));

        assertThat(finding.sentence()).isEqualTo("It needs blah-1.16, which is faulty, and waits for its restoration.");
        assertThat(finding.mustAct()).containsExactly(BLAH);
        assertThat(finding.changes()).containsExactly(change(BLAH, "is restored"));
    }

    @Test
    void waitsForWhatIsOnItsWay() {
        Finding finding = evaluate(needing.needed("blah-1.16", RolloutState.ROLLING_OUT));

        assertThat(finding.sentence()).isEqualTo("It needs blah-1.16, which is ROLLING_OUT.");
        assertThat(finding.mustAct()).containsExactly(BLAH);
        assertThat(finding.changes()).containsExactly(change(BLAH, "arrives in production"));
    }

    @Test
    void hasToNeedSomethingElseIfWhatItNeedsWillNotCome() {
        Finding finding = evaluate(needing.needed("blah-1.16", RolloutState.REJECTED));

        assertThat(finding.sentence()).isEqualTo("It needs blah-1.16, which is REJECTED and will not come.");
        assertThat(finding.mustAct()).containsExactly(OWN);
        assertThat(finding.changes()).containsExactly(change(OWN, "is contributed again without needing blah-1.16"));
    }

    @Test
    void cannotJudgeWhatNobodyContributed() {
        Finding finding = evaluate(needing);

        assertThat(finding.outcome()).isEqualTo(FindingOutcome.ERROR);
        assertThat(finding.sentence()).isEqualTo("It needs blah-1.16, which nobody contributed.");
        assertThat(finding.mustAct()).containsExactly(BLAH);
        assertThat(finding.changes()).containsExactly(change(BLAH, "is contributed and arrives in production"));
    }

    @Test
    void cannotJudgeWhatWasSupersededByNothingKnown() {
        Finding finding = evaluate(needing.needed("blah-1.16", RolloutState.SUPERSEDED));

        assertThat(finding.sentence())
                .isEqualTo("It needs blah-1.16, which is SUPERSEDED by a release that could not be found.");
        assertThat(finding.changes()).containsExactly(change(BLAH, "is found, or what superseded it"));
    }

    @Test
    void namesAllThatIsMissingInTheOrderOfTheirNamesAndIsAsBadAsTheWorst() {
        Finding finding = evaluate(Scene.good()
                .needs("d-1", "c-1", "b-1", "a-1")
                .needed("a-1", RolloutState.WITHDRAWN)
                .needed("b-1", RolloutState.IN_PRODUCTION)
                .needed("c-1", RolloutState.GOOD)
                .needed("d-1", RolloutState.RETIRED));

        assertThat(finding.outcome()).isEqualTo(FindingOutcome.BLOCKED);
        assertThat(finding.sentence())
                .isEqualTo("It needs a-1, which is WITHDRAWN and will not come. It needs c-1, which is GOOD."
                        + " It needs d-1, which is RETIRED and will not come.");
        assertThat(finding.mustAct()).containsExactly(OWN, Party.release(ReleaseId.of("c-1")));
        assertThat(finding.changes()).hasSize(3);
    }

    private static Finding evaluate(Scene scene) {
        return new NeededReleasesFirst().evaluate(scene.candidate());
    }

    private static Change change(Party who, String what) {
        return Change.by(who, what, BuiltInRules.NEEDED_RELEASES_FIRST);
    }
}
