package org.gridrollout.jpa;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.store.ChangeId;
import org.gridrollout.api.store.CommitResult;
import org.gridrollout.api.store.JournalChain;
import org.gridrollout.api.store.JournalRecord;
import org.gridrollout.api.store.StoreChange;
import org.gridrollout.api.store.StreamWrite;
import org.gridrollout.jpa.Streams.Standing;

/**
 * One commit, inside a transaction. Everything is checked before anything is written, so that a refusal leaves nothing to
 * undo even where the transaction is somebody else's.
 */
record Commit(Database database, StoreChange change) {

    CommitResult run() {
        Head head = Head.lock(database);
        Optional<Long> before = position(database, change.id());
        if (before.isPresent()) {
            return new CommitResult.Stored(before.get());
        }
        Streams streams = new Streams(database);
        List<Standing> standings = new ArrayList<>();
        for (StreamWrite write : change.writes()) {
            Standing standing = streams.standing(write.stream());
            if (standing.revision() != write.expectedRevision()) {
                return new CommitResult.Stale(write.stream());
            }
            standings.add(standing);
        }
        return new CommitResult.Stored(apply(head, streams, standings));
    }

    private long apply(Head head, Streams streams, List<Standing> standings) {
        for (int i = 0; i < standings.size(); i++) {
            streams.write(change.writes().get(i), standings.get(i));
        }
        JournalChain chain = JournalChain.after(head.journal());
        List<JournalRecord> records = chain.append(change);
        new Journal(database).keep(records);
        int notices = new Outbox(database).add(change.notices(), head.lastNotice());
        long latest = records.stream()
                .mapToLong(record -> Micros.of("recordedAt", record.entry().recordedAt()))
                .max()
                .orElse(Micros.NONE_YET);
        Head moved = head.moved(chain.head(), notices, latest);
        database.update(
                "INSERT INTO @change (id, last_position) VALUES (?1, ?2)",
                change.id().value(),
                moved.lastPosition());
        moved.keep(database);
        return moved.lastPosition();
    }

    static Optional<Long> position(Database database, ChangeId change) {
        return database.select("SELECT last_position FROM @change WHERE id = ?1", change.value()).stream()
                .map(row -> row.number(0))
                .findFirst();
    }
}
