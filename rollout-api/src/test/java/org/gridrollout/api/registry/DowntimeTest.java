package org.gridrollout.api.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.registry.Downtime.Kind;
import org.junit.jupiter.api.Test;

class DowntimeTest {

    private static final Instant FROM = Instant.parse("2026-03-10T08:00:00Z");
    private static final Instant UNTIL = FROM.plus(Duration.ofHours(6));
    private static final Instant A_DAY_AHEAD = FROM.minus(Duration.ofHours(24));
    private static final Duration TICK = Duration.ofNanos(1_000);

    @Test
    void itIsScheduledOnlyIfDeclaredMoreThanADayAhead() {
        assertThat(declared(A_DAY_AHEAD.minus(TICK)).kind()).isEqualTo(Kind.SCHEDULED);
        assertThat(declared(A_DAY_AHEAD).kind()).isEqualTo(Kind.UNSCHEDULED);
    }

    @Test
    void itMayBeDeclaredAfterTheFact() {
        assertThat(declared(UNTIL.plus(TICK)).kind()).isEqualTo(Kind.UNSCHEDULED);
    }

    @Test
    void nobodyCanCallItScheduledThatIsNot() {
        assertThatThrownBy(() -> of(Kind.SCHEDULED, A_DAY_AHEAD, Optional.empty()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("Downtime dt-1 of CERN-PROD: is not scheduled: it was declared at 2026-03-09T08:00:00Z, "
                        + "which is not more than 24 hours before its start at 2026-03-10T08:00:00Z");
    }

    @Test
    void itsKindStaysAsItWasFixed() {
        Instant early = A_DAY_AHEAD.minus(Duration.ofDays(3));
        assertThat(of(Kind.UNSCHEDULED, early, Optional.empty())
                        .cancelled(A_DAY_AHEAD)
                        .kind())
                .isEqualTo(Kind.UNSCHEDULED);
    }

    @Test
    void itCoversItsStartAndNotItsEnd() {
        Downtime downtime = declared(A_DAY_AHEAD);
        assertThat(downtime.covers(FROM.minus(TICK))).isFalse();
        assertThat(downtime.covers(FROM)).isTrue();
        assertThat(downtime.covers(UNTIL.minus(TICK))).isTrue();
        assertThat(downtime.covers(UNTIL)).isFalse();
    }

    @Test
    void itCanBeCancelledUntilItStarts() {
        Downtime cancelled = declared(A_DAY_AHEAD).cancelled(FROM.minus(TICK));
        assertThat(cancelled.isCancelled()).isTrue();
        assertThat(cancelled.covers(FROM)).isFalse();
        assertThat(cancelled).isEqualTo(of(Kind.UNSCHEDULED, A_DAY_AHEAD, Optional.of(FROM.minus(TICK))));
    }

    @Test
    void itCannotBeCancelledOnceItHasStarted() {
        assertThatThrownBy(() -> declared(A_DAY_AHEAD).cancelled(FROM))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("cannot be cancelled once it has started at 2026-03-10T08:00:00Z");
    }

    @Test
    void itCannotBeCancelledTwiceOrBeforeItWasDeclared() {
        Downtime cancelled = declared(A_DAY_AHEAD).cancelled(A_DAY_AHEAD);
        assertThatThrownBy(() -> cancelled.cancelled(A_DAY_AHEAD.plus(TICK)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("was cancelled already");
        assertThatThrownBy(() -> declared(A_DAY_AHEAD).cancelled(A_DAY_AHEAD.minus(TICK)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("cannot be cancelled before it was declared at 2026-03-09T08:00:00Z");
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        assertThatThrownBy(() -> Downtime.declared(id(), site(), FROM, FROM, A_DAY_AHEAD, " "))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("must end after it begins")
                .hasMessageContaining("reason must not be blank");
    }

    @Test
    void farAwayInstantsAreNoTrouble() {
        assertThat(Downtime.declared(id(), site(), Instant.EPOCH, Instant.MAX, Instant.MIN, "closed")
                        .kind())
                .isEqualTo(Kind.SCHEDULED);
        assertThat(Downtime.declared(id(), site(), Instant.EPOCH, Instant.MAX, Instant.MAX, "closed")
                        .kind())
                .isEqualTo(Kind.UNSCHEDULED);
    }

    private static Downtime declared(Instant at) {
        return Downtime.declared(id(), site(), FROM, UNTIL, at, "cooling");
    }

    private static Downtime of(Kind kind, Instant declaredAt, Optional<Instant> cancelledAt) {
        return new Downtime(id(), site(), kind, FROM, UNTIL, declaredAt, cancelledAt, "cooling");
    }

    private static DowntimeId id() {
        return DowntimeId.of("dt-1");
    }

    private static SiteId site() {
        return SiteId.of("CERN-PROD");
    }
}
