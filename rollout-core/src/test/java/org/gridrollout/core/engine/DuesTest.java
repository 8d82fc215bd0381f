package org.gridrollout.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.core.engine.Dues.Due;
import org.junit.jupiter.api.Test;

class DuesTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant ONE = NOON.plusSeconds(3_600);
    private static final Instant TWO = ONE.plusSeconds(3_600);
    private static final ReleaseId VOMS = ReleaseId.of("voms-1");
    private static final ReleaseId FTS = ReleaseId.of("fts-1");

    private final Dues dues = new Dues();

    @Test
    void comeInTheOrderOfTheirInstantsAndOnce() {
        dues.put(VOMS, Optional.of(ONE));
        dues.put(FTS, Optional.of(NOON));
        assertThat(dues.takeFirst(TWO)).contains(new Due(NOON, FTS));
        assertThat(dues.takeFirst(TWO)).contains(new Due(ONE, VOMS));
        assertThat(dues.takeFirst(TWO)).isEmpty();
    }

    @Test
    void areTakenAtTheirInstantAndNotBefore() {
        dues.put(VOMS, Optional.of(ONE));
        assertThat(dues.takeFirst(ONE.minusNanos(1_000))).isEmpty();
        assertThat(dues.takeFirst(ONE)).isPresent();
    }

    @Test
    void lastOneOfARolloutCounts() {
        dues.put(VOMS, Optional.of(NOON));
        dues.put(VOMS, Optional.of(TWO));
        assertThat(dues.takeFirst(ONE)).isEmpty();
        dues.put(VOMS, Optional.empty());
        assertThat(dues.takeFirst(TWO)).isEmpty();
    }

    @Test
    void whatGotNothingIsTriedAgainWhenSomethingHappensToAnyRollout() {
        dues.put(VOMS, Optional.of(NOON));
        Due due = dues.takeFirst(NOON).orElseThrow();
        dues.inVain(due, Optional.empty());
        assertThat(dues.takeFirst(TWO)).as("nothing has happened").isEmpty();
        dues.put(FTS, Optional.empty());
        assertThat(dues.takeFirst(TWO)).contains(due);
    }

    @Test
    void whatGotNothingIsTriedAgainAtTheInstantThatIsKnown() {
        dues.put(VOMS, Optional.of(NOON));
        dues.inVain(dues.takeFirst(NOON).orElseThrow(), Optional.of(ONE));
        assertThat(dues.takeFirst(NOON)).isEmpty();
        assertThat(dues.takeFirst(ONE)).contains(new Due(ONE, VOMS));
    }

    @Test
    void whatHappensToTheRolloutItselfReplacesWhatItGotNothingFor() {
        dues.put(VOMS, Optional.of(NOON));
        dues.inVain(dues.takeFirst(NOON).orElseThrow(), Optional.empty());
        dues.put(VOMS, Optional.of(TWO));
        assertThat(dues.takeFirst(ONE)).isEmpty();
        assertThat(dues.takeFirst(TWO)).contains(new Due(TWO, VOMS));
    }
}
