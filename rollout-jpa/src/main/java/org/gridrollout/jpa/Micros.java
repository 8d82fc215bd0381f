package org.gridrollout.jpa;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.gridrollout.api.Violations;

/** Instants as whole microseconds since 1970. What a number of microseconds cannot say is refused, never rounded. */
final class Micros {

    /** Stands for "nothing is due": later than every instant that can be kept. */
    static final long NEVER = Long.MAX_VALUE;

    /** Stands for "no instant yet": earlier than every instant that can be kept. */
    static final long NONE_YET = Long.MIN_VALUE;

    private Micros() {}

    static long of(String field, Instant at) {
        Violations.of("Instant to be kept")
                .unless(
                        at.equals(at.truncatedTo(ChronoUnit.MICROS)),
                        "%s must be whole microseconds, was %s",
                        field,
                        at)
                .throwIfAny();
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    static long due(Optional<Instant> nextDue) {
        return nextDue.map(at -> of("nextDue", at)).orElse(NEVER);
    }

    /** For comparing only: nothing kept lies between this microsecond and {@code at}. */
    static long floor(Instant at) {
        return of("instant", at.truncatedTo(ChronoUnit.MICROS));
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
