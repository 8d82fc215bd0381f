package org.gridrollout.jpa;

import java.util.List;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.store.ChangeId;
import org.gridrollout.api.store.JournalEntry;
import org.gridrollout.api.store.JournalRecord;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.api.store.UnreadableRecordException;

/** Events, in {@code rollout_journal}. */
record Journal(Database database) {

    private static final String COLUMNS =
            "position, change_id, kind, name, revision, type, effective_at, recorded_at, actor, body, parts,"
                    + " digest";

    /** Appends {@code records}. */
    void keep(List<JournalRecord> records) {
        Inserts inserts = new Inserts(database, "@journal (" + COLUMNS + ")");
        for (JournalRecord record : records) {
            JournalEntry entry = record.entry();
            LongText body = LongText.of(entry.body());
            inserts.add(
                    record.position(),
                    record.change().value(),
                    record.stream().kind().name(),
                    record.stream().name(),
                    record.revision(),
                    entry.type(),
                    Micros.of("at", entry.at()),
                    Micros.of("recordedAt", entry.recordedAt()),
                    entry.actor(),
                    body.first(),
                    body.parts(),
                    record.digest().hex());
            Parts.ofJournal(database).keep(record.position(), body);
        }
        inserts.send();
    }

    List<JournalRecord> after(long after, int limit) {
        return records(database.select(
                "SELECT " + COLUMNS + " FROM @journal WHERE position > ?1 ORDER BY position LIMIT ?2", after, limit));
    }

    List<JournalRecord> after(StreamId stream, long after, int limit) {
        return records(database.select(
                "SELECT " + COLUMNS
                        + " FROM @journal WHERE kind = ?1 AND name = ?2 AND position > ?3 ORDER BY position LIMIT ?4",
                stream.kind().name(),
                stream.name(),
                after,
                limit));
    }

    private List<JournalRecord> records(List<Row> rows) {
        return rows.stream().map(this::toRecord).toList();
    }

    private JournalRecord toRecord(Row row) {
        long position = row.number(0);
        String body = Parts.ofJournal(database)
                .whole(row.text(9), position, row.number(10))
                .orElseThrow(() -> new UnreadableRecordException(position, "parts of its body are missing"));
        try {
            return new JournalRecord(
                    position,
                    new ChangeId(row.text(1)),
                    new StreamId(StreamId.Kind.valueOf(row.text(2)), row.text(3)),
                    row.number(4),
                    new JournalEntry(
                            row.text(5),
                            Micros.instant(row.number(6)),
                            Micros.instant(row.number(7)),
                            row.text(8),
                            body),
                    new Sha256(row.text(11)));
        } catch (InvalidValueException | IllegalArgumentException e) {
            throw new UnreadableRecordException(position, String.valueOf(e.getMessage()), e);
        }
    }
}
