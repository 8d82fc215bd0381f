package org.gridrollout.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.Violations;
import org.gridrollout.api.command.Command;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.api.store.JournalRecord;

/** Reads a journal by changes, in pages; a change is never cut. */
final class ChangeReader {

    private static final int PAGE = 1_000;

    private final RolloutStore store;

    ChangeReader(RolloutStore store) {
        this.store = store;
    }

    List<RecordedChange> after(long after, int limit) {
        Violations.of("Limit")
                .unless(limit >= 1, "must be at least 1, was %d", limit)
                .throwIfAny();
        int size = Math.min(limit, PAGE - 1) + 1; // one record more shows that a change of one record is complete
        List<RecordedChange> changes = new ArrayList<>();
        List<JournalRecord> open = new ArrayList<>();
        long last = after;
        List<JournalRecord> page;
        do {
            page = store.journal(last, size);
            for (JournalRecord each : page) {
                if (!open.isEmpty() && !open.get(0).change().equals(each.change())) {
                    changes.add(change(open));
                    open.clear();
                    if (changes.size() == limit) {
                        return changes;
                    }
                }
                open.add(each);
                last = each.position();
            }
        } while (page.size() == size);
        if (!open.isEmpty()) {
            changes.add(change(open));
        }
        return changes;
    }

    private static RecordedChange change(List<JournalRecord> records) {
        JournalRecord last = records.get(records.size() - 1);
        Optional<Command> command = records.stream()
                .filter(each -> Entries.isAsked(each.entry()))
                .findFirst()
                .map(each -> Entries.command(each.entry()));
        Optional<Refusal> refusal = records.stream()
                .filter(each -> Entries.isRefused(each.entry()))
                .findFirst()
                .map(each -> Entries.refusal(each.position(), each.entry()));
        List<RecordedEvent> events =
                records.stream().filter(Ledger::isEvent).map(Ledger::recorded).toList();
        return new RecordedChange(last.position(), records.get(0).entry().recordedAt(), command, refusal, events);
    }
}
