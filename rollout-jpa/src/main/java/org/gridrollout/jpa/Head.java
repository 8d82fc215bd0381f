package org.gridrollout.jpa;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.store.JournalHead;
import org.gridrollout.api.store.StoreException;
import org.gridrollout.api.store.UnreadableRecordException;

/** The one row of {@code rollout_head}: the end of the journal and of the outbox, and the latest instant. */
record Head(long lastPosition, String lastDigest, long lastNotice, long latestInstant) {

    /** Reads and locks it: whoever has it is the only one who commits. */
    static Head lock(Database database) {
        return read(database, " FOR UPDATE");
    }

    static Head read(Database database) {
        return read(database, "");
    }

    private static Head read(Database database, String locking) {
        List<Row> rows = database.select(
                "SELECT last_position, last_digest, last_notice, latest_instant FROM @head WHERE id = 1" + locking);
        if (rows.isEmpty()) {
            throw new StoreException("Table rollout_head has no row: the schema's script did not run to its end");
        }
        Row row = rows.get(0);
        return new Head(row.number(0), row.text(1), row.number(2), row.number(3));
    }

    /** Where the journal ends. */
    JournalHead journal() {
        try {
            return new JournalHead(lastPosition, new Sha256(lastDigest));
        } catch (InvalidValueException e) {
            throw new UnreadableRecordException(lastPosition, "rollout_head holds no digest of it", e);
        }
    }

    Head moved(JournalHead journal, int notices, long recordedAt) {
        return new Head(
                journal.position(), journal.digest().hex(), lastNotice + notices, Math.max(latestInstant, recordedAt));
    }

    void keep(Database database) {
        database.update(
                "UPDATE @head SET last_position = ?1, last_digest = ?2, last_notice = ?3, latest_instant = ?4 WHERE id = 1",
                lastPosition,
                lastDigest,
                lastNotice,
                latestInstant);
    }

    Optional<Instant> latest() {
        return latestInstant == Micros.NONE_YET ? Optional.empty() : Optional.of(Micros.instant(latestInstant));
    }
}
