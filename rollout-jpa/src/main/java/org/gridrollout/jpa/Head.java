package org.gridrollout.jpa;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.store.StoreException;

/** The one row of {@code rollout_head}: the end of the journal and of the outbox, and the latest instant. */
record Head(long lastPosition, long lastNotice, long latestInstant) {

    /** Reads and locks it: whoever has it is the only one who commits. */
    static Head lock(Database database) {
        return read(database, " FOR UPDATE");
    }

    static Head read(Database database) {
        return read(database, "");
    }

    private static Head read(Database database, String locking) {
        List<Row> rows =
                database.select("SELECT last_position, last_notice, latest_instant FROM @head WHERE id = 1" + locking);
        if (rows.isEmpty()) {
            throw new StoreException("Table rollout_head has no row: the schema's script did not run to its end");
        }
        Row row = rows.get(0);
        return new Head(row.number(0), row.number(1), row.number(2));
    }

    Head moved(int events, int notices, long recordedAt) {
        return new Head(lastPosition + events, lastNotice + notices, Math.max(latestInstant, recordedAt));
    }

    void keep(Database database) {
        database.update(
                "UPDATE @head SET last_position = ?1, last_notice = ?2, latest_instant = ?3 WHERE id = 1",
                lastPosition,
                lastNotice,
                latestInstant);
    }

    Optional<Instant> latest() {
        return latestInstant == Micros.NONE_YET ? Optional.empty() : Optional.of(Micros.instant(latestInstant));
    }
}
