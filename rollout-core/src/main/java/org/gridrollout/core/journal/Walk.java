package org.gridrollout.core.journal;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.api.store.JournalChain;
import org.gridrollout.api.store.JournalHead;
import org.gridrollout.api.store.JournalRecord;
import org.gridrollout.api.store.UnreadableRecordException;
import org.gridrollout.core.journal.Verification.Broken;
import org.gridrollout.core.journal.Verification.Intact;

/** One way along a journal, record by record, to its end or to the first bad record. */
final class Walk {

    private final RolloutStore store;
    private final Pages pages;
    private final JournalHead start;
    private final JournalChain chain;
    private final Deque<JournalHead> anchors;
    private JournalHead confirmed;

    /**
     * @param anchors what has to come, in the order of positions
     */
    Walk(RolloutStore store, int page, JournalHead start, Collection<JournalHead> anchors) {
        this.store = store;
        this.pages = new Pages(store, page);
        this.start = start;
        this.chain = JournalChain.after(start);
        this.anchors = new ArrayDeque<>(anchors);
        this.confirmed = start;
        this.anchors.removeIf(start::equals);
    }

    Verification toTheEnd() {
        try {
            for (; ; ) {
                List<JournalRecord> page = pages.after(end().position());
                if (page.isEmpty()) {
                    JournalHead head = store.head();
                    page = pages.after(end().position()); // again: commits may have come before that head was read
                    if (page.isEmpty()) {
                        return atTheEnd(head);
                    }
                }
                for (JournalRecord record : page) {
                    Optional<Broken> broken = check(record);
                    if (broken.isPresent()) {
                        return broken.get();
                    }
                }
            }
        } catch (UnreadableRecordException e) {
            return new Diagnosis(end()).unreadable(e);
        }
    }

    private Optional<Broken> check(JournalRecord record) {
        JournalHead good = end();
        if (!chain.accept(record)) {
            return Optional.of(new Diagnosis(good).ofRecord(record, pages.after(good.position())));
        }
        while (!anchors.isEmpty() && anchors.element().position() <= record.position()) {
            JournalHead anchor = anchors.remove();
            if (!anchor.equals(end())) {
                return Optional.of(new Diagnosis(confirmed).notAsAnchored(record, anchor));
            }
            confirmed = anchor;
        }
        return Optional.empty();
    }

    private Verification atTheEnd(JournalHead head) {
        long promised = anchors.isEmpty() ? 0 : anchors.getLast().position();
        if (Math.max(promised, head.position()) > end().position()) {
            return new Diagnosis(end()).missingAtTheEnd(head, promised);
        }
        return head.equals(end())
                ? new Intact(head, head.position() - start.position())
                : new Diagnosis(confirmed).notAsHead(head, end());
    }

    private JournalHead end() {
        return chain.head();
    }
}
