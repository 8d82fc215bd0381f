package org.gridrollout.core.sla;

import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * A part of the time line in which a zone's clocks do not jump: local time is the instant plus an offset. All are
 * microseconds since 1970-01-01T00:00.
 *
 * @param from inclusive
 * @param until exclusive; the next jump, or where the question ends
 */
record Stretch(long from, long until, long offset) {

    private static final long SECOND = 1_000_000;

    /** The stretch that begins at {@code from} and ends at {@code limit} at the latest. */
    static Stretch of(ZoneRules rules, long from, long limit) {
        Instant at = instant(from);
        ZoneOffsetTransition jump = rules.nextTransition(at);
        long until = jump == null ? limit : Math.min(limit, jump.toEpochSecond() * SECOND);
        return new Stretch(from, until, rules.getOffset(at).getTotalSeconds() * SECOND);
    }

    static long micros(Instant at) {
        return at.getEpochSecond() * SECOND + at.getNano() / 1_000;
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, SECOND), Math.floorMod(micros, SECOND) * 1_000);
    }

    long localFrom() {
        return from + offset;
    }

    long localUntil() {
        return until + offset;
    }
}
