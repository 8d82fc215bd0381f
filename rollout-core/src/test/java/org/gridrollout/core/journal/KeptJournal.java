package org.gridrollout.core.journal;

import java.util.List;
import java.util.Set;
import org.gridrollout.api.store.JournalHead;
import org.gridrollout.api.store.JournalRecord;
import org.gridrollout.api.store.UnreadableRecordException;

/**
 * A journal as a store holds it after whatever was done to it.
 *
 * @param records in the order in which the store gives them
 * @param unreadable positions of records that are damaged beyond reading
 */
record KeptJournal(List<JournalRecord> records, JournalHead head, Set<Long> unreadable) implements JournalOnly {

    /** With the head that its last record has. */
    static KeptJournal of(List<JournalRecord> records) {
        return of(
                records,
                records.isEmpty()
                        ? JournalHead.EMPTY
                        : records.get(records.size() - 1).head());
    }

    static KeptJournal of(List<JournalRecord> records, JournalHead head) {
        return new KeptJournal(records, head, Set.of());
    }

    @Override
    public List<JournalRecord> journal(long after, int limit) {
        List<JournalRecord> page = records.stream()
                .filter(each -> each.position() > after)
                .limit(limit)
                .toList();
        page.stream()
                .map(JournalRecord::position)
                .filter(unreadable::contains)
                .findFirst()
                .ifPresent(position -> {
                    throw new UnreadableRecordException(position, "as told");
                });
        return page;
    }
}
