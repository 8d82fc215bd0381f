package org.gridrollout.jpa;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.gridrollout.api.notice.Notice;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.store.ChangeId;
import org.gridrollout.api.store.CommitResult.Stored;
import org.gridrollout.api.store.IndexEntry;
import org.gridrollout.api.store.JournalEntry;
import org.gridrollout.api.store.Snapshot;
import org.gridrollout.api.store.StoreChange;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.api.store.StreamWrite;

/** A host that commits until it is killed, and tells each position once it is kept. */
final class CrashingWriter {

    private CrashingWriter() {}

    public static void main(String[] arguments) {
        JpaRolloutStore store =
                JpaRolloutStore.on(HostDatabase.inFile(Path.of(arguments[0])).open());
        for (int i = 0; ; i++) {
            StoreChange change = new StoreChange(
                    ChangeId.of(UUID.randomUUID().toString()),
                    List.of(next(store, "a" + i % 7), next(store, "b" + i % 5)),
                    List.of(new Notice(
                            UUID.randomUUID().toString(),
                            Notice.Topic.OUTCOME,
                            Party.NOBODY,
                            ReleaseId.of("voms-1"),
                            "Something to know.",
                            now())));
            System.out.println(((Stored) store.commit(change)).position());
        }
    }

    private static StreamWrite next(JpaRolloutStore store, String name) {
        StreamId stream = new StreamId(StreamId.Kind.ROLLOUT, name);
        long revision = store.load(stream).map(Snapshot::revision).orElse(0L);
        String body = "body of " + name + " at " + (revision + 1);
        JournalEntry entry = new JournalEntry("written", now(), now(), "engine", body);
        return new StreamWrite(stream, revision, body, IndexEntry.NONE, List.of(entry));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
