package org.gridrollout.core.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gridrollout.api.Violations;
import org.gridrollout.api.command.Command;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.api.store.IndexEntry;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.api.store.StreamQuery;
import org.gridrollout.api.store.StreamWrite;
import org.gridrollout.api.verdict.Verdict;
import org.gridrollout.core.codec.Documents;
import org.gridrollout.core.engine.Ledger.Versioned;

/** Keeps refused commands: apart from what they were about, so that a flood of them stands in no rollout's way. */
final class Audit {

    private static final int ATTEMPTS = 50;
    private static final int PAGE = 1_000;

    private final RolloutStore store;
    private final Ledger ledger;
    private final Decider decider;

    Audit(RolloutStore store, Decider decider) {
        this.store = store;
        this.ledger = new Ledger(store);
        this.decider = decider;
    }

    void refused(Command command, Verdict verdict, Instant at) {
        RefusalEntry refusal = RefusalEntry.of(command, verdict);
        StreamId stream = Streams.auditOf(command.actor());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Versioned<AuditEntry> known = ledger.load(stream, AuditEntry.class);
            AuditEntry next =
                    new AuditEntry(1 + known.value().map(AuditEntry::refused).orElse(0L));
            StreamWrite write = new StreamWrite(
                    stream,
                    known.revision(),
                    Documents.write(AuditEntry.class, next),
                    IndexEntry.NONE,
                    List.of(Entries.refused(command.getClass().getSimpleName(), refusal, at)));
            if (decider.isKept(decider.change(List.of(write), List.of()))) {
                return;
            }
        }
        throw new ContentionException("Recording a refusal", ATTEMPTS);
    }

    /** By organisation and then in order: refusals are few in a journal that is long. */
    List<Refusal> after(long position, int limit) {
        Violations.of("Limit")
                .unless(limit >= 1, "must be at least 1, was %d", limit)
                .throwIfAny();
        List<Refusal> refusals = new ArrayList<>();
        StreamQuery all = StreamQuery.of(StreamId.Kind.AUDIT, PAGE);
        List<StreamId> page = store.find(all);
        while (!page.isEmpty()) {
            for (StreamId each : page) {
                store.journal(each, position, limit)
                        .forEach(record -> refusals.add(Entries.refusal(record.position(), record.entry())));
            }
            page = store.find(all.withAfter(page.get(page.size() - 1).name()));
        }
        return refusals.stream()
                .sorted(Comparator.comparingLong(Refusal::position))
                .limit(limit)
                .toList();
    }
}
