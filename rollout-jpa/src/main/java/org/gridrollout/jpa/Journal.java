package org.gridrollout.jpa;

import java.util.List;
import org.gridrollout.api.store.ChangeId;
import org.gridrollout.api.store.JournalEntry;
import org.gridrollout.api.store.JournalRecord;
import org.gridrollout.api.store.StoreException;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.api.store.StreamWrite;

/** Events, in {@code rollout_journal}. */
record Journal(Database database) {

    private static final String COLUMNS =
            "position, change_id, kind, name, revision, type, effective_at, recorded_at, actor, body, parts";

    /** Appends the events of all writes after {@code last}. */
    void append(ChangeId change, List<StreamWrite> writes, long last) {
        Inserts inserts = new Inserts(database, "@journal (" + COLUMNS + ")");
        long position = last;
        for (StreamWrite write : writes) {
            for (JournalEntry entry : write.entries()) {
                position++;
                LongText body = LongText.of(entry.body());
                inserts.add(
                        position,
                        change.value(),
                        write.stream().kind().name(),
                        write.stream().name(),
                        write.expectedRevision() + 1,
                        entry.type(),
                        Micros.of("at", entry.at()),
                        Micros.of("recordedAt", entry.recordedAt()),
                        entry.actor(),
                        body.first(),
                        body.parts());
                Parts.ofJournal(database).keep(position, body);
            }
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
                .orElseThrow(() -> new StoreException("Parts of journal position " + position + " are missing"));
        return new JournalRecord(
                position,
                new ChangeId(row.text(1)),
                new StreamId(StreamId.Kind.valueOf(row.text(2)), row.text(3)),
                row.number(4),
                new JournalEntry(
                        row.text(5), Micros.instant(row.number(6)), Micros.instant(row.number(7)), row.text(8), body));
    }
}
