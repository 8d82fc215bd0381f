package org.gridrollout.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.rollout.Hold;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.verdict.Change;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Being announced, and the period that begins with it. */
class PeriodRulesTest {

    private static final Instant FIRST_AFTER = Scene.DUE.plusNanos(1_000);

    private final Announced announced = new Announced();
    private final ObservationPeriodOver periodOver = new ObservationPeriodOver();
    private final Scene asked = Scene.good().asked("CERN-PROD", "DESY-HH");

    @ParameterizedTest
    @EnumSource
    void isAnnouncedInEveryStateAfterBeta(RolloutState state) {
        boolean before = state == RolloutState.CONTRIBUTED || state == RolloutState.IN_BETA;

        assertThat(announced.evaluate(Scene.good().state(state).candidate()).outcome())
                .isEqualTo(before ? FindingOutcome.NEEDS_DECISION : FindingOutcome.PASS);
    }

    @Test
    void heldIsAnnouncedIfItWasWhenItWasHeld() {
        assertThat(announced
                        .evaluate(heldFrom(RolloutState.IN_BETA).candidate())
                        .outcome())
                .isEqualTo(FindingOutcome.NEEDS_DECISION);
        assertThat(announced
                        .evaluate(heldFrom(RolloutState.ROLLING_OUT).candidate())
                        .outcome())
                .isEqualTo(FindingOutcome.PASS);
    }

    @Test
    void theMuAnnouncesIt() {
        Finding finding = announced.evaluate(Scene.good().unannounced().candidate());

        assertThat(finding.sentence()).isEqualTo("It is not announced yet.");
        assertThat(finding.mustAct()).containsExactly(Party.MIDDLEWARE_UNIT);
        assertThat(finding.changes())
                .containsExactly(Change.by(Party.MIDDLEWARE_UNIT, "announces it", BuiltInRules.ANNOUNCED));
        assertThat(announced.evaluate(asked.candidate()).sentence()).isEqualTo("It is announced.");
    }

    @Test
    void runsUntilItsDueInstantIncluded() {
        Finding finding = periodOver.evaluate(asked.at(Scene.DUE).candidate());

        assertThat(finding.outcome()).isEqualTo(FindingOutcome.WAIT);
        assertThat(finding.sentence()).isEqualTo("The observation period runs until 2026-03-10 07:00 UTC.");
        assertThat(finding.until()).contains(Scene.DUE);
        assertThat(finding.changes())
                .containsExactly(new Change(
                        Party.NOBODY,
                        "time passes until 2026-03-10 07:00 UTC",
                        Optional.of(FIRST_AFTER),
                        BuiltInRules.OBSERVATION_PERIOD_OVER));
    }

    @Test
    void isOverRightAfterIt() {
        Finding finding = periodOver.evaluate(asked.at(FIRST_AFTER).candidate());

        assertThat(finding.outcome()).isEqualTo(FindingOutcome.PASS);
        assertThat(finding.sentence()).isEqualTo("The observation period ended 2026-03-10 07:00 UTC.");
        assertThat(finding.values().toString())
                .isEqualTo("{startedAt=2026-03-03T07:00:00Z, dueAt=2026-03-10T07:00:00Z}");
    }

    @Test
    void isOverOnceEverySiteHasSpoken() {
        Scene early = asked.at(Scene.ANNOUNCED).reported("CERN-PROD");

        assertThat(periodOver.evaluate(early.candidate()).outcome()).isEqualTo(FindingOutcome.WAIT);
        assertThat(periodOver.evaluate(early.reported("DESY-HH").candidate()).sentence())
                .isEqualTo("Every rollout site has reported that it works.");
    }

    @Test
    void doesNotRunBeforeItIsAnnounced() {
        Finding finding = periodOver.evaluate(Scene.good().unannounced().candidate());

        assertThat(finding.outcome()).isEqualTo(FindingOutcome.NEEDS_DECISION);
        assertThat(finding.sentence()).isEqualTo("No observation period runs before it is announced.");
        assertThat(finding.dueTo()).containsExactly(BuiltInRules.ANNOUNCED);
        assertThat(finding.changes()).extracting(Change::toString).containsExactly("the observation period passes");
    }

    @Test
    void doesNotRunForWhatWasAnnouncedToNobody() {
        Scene toNobody = Scene.good().with(each -> each.withObservation(Optional.empty()));

        for (RolloutState state : List.of(RolloutState.INCONCLUSIVE, RolloutState.GOOD)) {
            Finding finding = periodOver.evaluate(toNobody.state(state).candidate());
            assertThat(finding.outcome()).as(state.name()).isEqualTo(FindingOutcome.NOT_APPLICABLE);
            assertThat(finding.sentence()).isEqualTo("It was announced to nobody, so that no period runs.");
        }
    }

    private static Scene heldFrom(RolloutState state) {
        Hold hold = new Hold(state, Party.MIDDLEWARE_UNIT, "look", Optional.empty(), true);
        return Scene.good().state(RolloutState.HELD).with(each -> each.withHold(hold));
    }
}
