package org.gridrollout.api.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.verdict.RuleId;
import org.junit.jupiter.api.Test;

class WaiverTest {

    private static final RuleId EXPOSURE = RuleId.of("enough-exposure");
    private static final Instant ISSUED = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant EXPIRES = Instant.parse("2026-03-09T08:00:00Z");

    @Test
    void countsAtTheGatesOfItsScope() {
        assertThat(permits(Scope.CLEARING, Gate.CLEARING)).isTrue();
        assertThat(permits(Scope.CLEARING, Gate.PROMOTION)).isFalse();
        assertThat(permits(Scope.PROMOTION, Gate.CLEARING)).isFalse();
        assertThat(permits(Scope.PROMOTION, Gate.PROMOTION)).isTrue();
        assertThat(permits(Scope.EVERYWHERE, Gate.CLEARING)).isTrue();
        assertThat(permits(Scope.EVERYWHERE, Gate.PROMOTION)).isTrue();
    }

    @Test
    void countsForItsRuleOnly() {
        assertThat(waiver(Scope.EVERYWHERE).permits(RuleId.of("no-freeze-window"), Gate.CLEARING, ISSUED))
                .isFalse();
    }

    @Test
    void countsUntilItExpiresAndNotThen() {
        Waiver waiver = waiver(Scope.EVERYWHERE);

        assertThat(waiver.permits(EXPOSURE, Gate.CLEARING, EXPIRES.minusNanos(1_000)))
                .isTrue();
        assertThat(waiver.permits(EXPOSURE, Gate.CLEARING, EXPIRES)).isFalse();
    }

    @Test
    void saysEverythingThatIsWrongWithIt() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(
                        () -> new Waiver(EXPOSURE, Scope.EVERYWHERE, Actor.middlewareUnit("mia"), " ", ISSUED, ISSUED))
                .satisfies(thrown -> assertThat(thrown.violations())
                        .containsExactly("reason must not be blank", "must expire after it is issued"));
    }

    private static boolean permits(Scope scope, Gate gate) {
        return waiver(scope).permits(EXPOSURE, gate, ISSUED);
    }

    private static Waiver waiver(Scope scope) {
        return new Waiver(EXPOSURE, scope, Actor.middlewareUnit("mia"), "no site is free", ISSUED, EXPIRES);
    }
}
