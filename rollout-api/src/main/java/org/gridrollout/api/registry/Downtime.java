package org.gridrollout.api.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gridrollout.api.Violations;
import org.gridrollout.api.party.SiteId;

/**
 * A site says that it is down for a time. Its kind is fixed when it is declared. One that has started cannot be
 * cancelled, and none can be changed: who needs longer declares another.
 *
 * @param kind SCHEDULED only if it was declared more than {@link #NOTICE} before its start
 * @param from inclusive
 * @param until exclusive; after {@code from}
 * @param declaredAt by the server's clock; may be after the start, for what nobody saw coming
 * @param cancelledAt when it was called off, before its start; absent if it was not
 * @param reason for people; not blank
 */
public record Downtime(
        DowntimeId id,
        SiteId site,
        Kind kind,
        Instant from,
        Instant until,
        Instant declaredAt,
        Optional<Instant> cancelledAt,
        String reason) {

    /** A scheduled downtime is declared more than this before its start: 24 hours, as in EGI's procedures (GOCDB). */
    public static final Duration NOTICE = Duration.ofHours(24);

    /** Whether others could prepare for it. */
    public enum Kind {
        /** Declared in good time. */
        SCHEDULED,
        /** Declared too late, or after the fact. */
        UNSCHEDULED;

        static Kind of(Instant declaredAt, Instant from) {
            return Duration.between(declaredAt, from).compareTo(NOTICE) > 0 ? SCHEDULED : UNSCHEDULED;
        }
    }

    public Downtime {
        Violations.of("Downtime " + id + " of " + site)
                .unless(until.isAfter(from), "must end after it begins (%s), was to end at %s", from, until)
                .unless(
                        kind == Kind.UNSCHEDULED || Kind.of(declaredAt, from) == Kind.SCHEDULED,
                        "is not scheduled: it was declared at %s, which is not more than 24 hours before its start at %s",
                        declaredAt,
                        from)
                .unless(
                        cancelledAt.isEmpty() || !cancelledAt.get().isBefore(declaredAt),
                        "cannot be cancelled before it was declared at %s",
                        declaredAt)
                .unless(
                        cancelledAt.isEmpty() || cancelledAt.get().isBefore(from),
                        "cannot be cancelled once it has started at %s",
                        from)
                .unless(!reason.isBlank(), "reason must not be blank")
                .throwIfAny();
    }

    /**
     * A downtime declared at {@code at}, which fixes its kind.
     *
     * @throws org.gridrollout.api.InvalidValueException if it does not end after it begins, or the reason is blank
     */
    public static Downtime declared(
            DowntimeId id, SiteId site, Instant from, Instant until, Instant at, String reason) {
        return new Downtime(id, site, Kind.of(at, from), from, until, at, Optional.empty(), reason);
    }

    /**
     * The same downtime, called off.
     *
     * @throws org.gridrollout.api.InvalidValueException if it has started by then, or was cancelled already
     */
    public Downtime cancelled(Instant at) {
        Violations.of("Downtime " + id + " of " + site)
                .unless(cancelledAt.isEmpty(), "was cancelled already")
                .throwIfAny();
        return new Downtime(id, site, kind, from, until, declaredAt, Optional.of(at), reason);
    }

    /** Whether it was called off. */
    public boolean isCancelled() {
        return cancelledAt.isPresent();
    }

    /** Whether the site is down by it at {@code instant}; never once cancelled. */
    public boolean covers(Instant instant) {
        return !isCancelled() && !instant.isBefore(from) && instant.isBefore(until);
    }
}
