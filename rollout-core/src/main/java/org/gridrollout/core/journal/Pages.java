package org.gridrollout.core.journal;

import java.util.List;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.api.store.JournalRecord;
import org.gridrollout.api.store.UnreadableRecordException;

/** A journal in pages, each cut short before a record that cannot be read. */
record Pages(RolloutStore store, int size) {

    /**
     * The records after that position, none if it is the last.
     *
     * @throws UnreadableRecordException if the very next one cannot be read
     */
    List<JournalRecord> after(long position) {
        for (int limit = size; ; limit /= 2) {
            try {
                return store.journal(position, limit);
            } catch (UnreadableRecordException e) {
                if (limit == 1) {
                    throw e;
                }
            }
        }
    }
}
