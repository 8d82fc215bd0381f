package org.gridrollout.core.journal;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.api.store.JournalHead;
import org.gridrollout.api.store.UnreadableRecordException;

/**
 * Checks a journal against its hash chain and names the first bad record. Reads only; the store may be in use meanwhile. Its
 * cost is linear in the records it reads, and it keeps one page of them. Immutable; as thread-safe as the store.
 *
 * <p>A chain alone shows what was changed, dropped or moved <em>in</em> it. That its end was cut off, head included, or that
 * all of it was written anew from some record on, is shown by an <em>anchor</em>: a {@link JournalHead} that was seen earlier
 * and kept where whoever can write to the store cannot. What was written after the last anchor and then again is not shown.
 *
 * <p>Only the journal is looked at, and only as far as the chain goes: whether a body is a readable event, or a document what
 * its events lead to, is for a replay to say.
 */
public final class JournalVerifier {

    private static final int PAGE = 500;

    private final RolloutStore store;
    private final int page;

    JournalVerifier(RolloutStore store, int page) {
        this.store = store;
        this.page = page;
    }

    /** For the journal of {@code store}. */
    public static JournalVerifier of(RolloutStore store) {
        return new JournalVerifier(store, PAGE);
    }

    /**
     * Checks the whole journal, against the store's head and the anchors given.
     *
     * @throws org.gridrollout.api.store.StoreException if the store cannot be read, which says nothing about its journal
     */
    public Verification verify(JournalHead... anchors) {
        List<JournalHead> inOrder = Stream.of(anchors)
                .sorted(Comparator.comparingLong(JournalHead::position))
                .toList();
        return new Walk(store, page, JournalHead.EMPTY, inOrder).toTheEnd();
    }

    /**
     * Checks what came after {@code trusted}, a head that an earlier verification gave; costs what came since. If the journal
     * does not have that head any more, all of it is checked, to name the first bad record.
     *
     * @throws org.gridrollout.api.store.StoreException if the store cannot be read, which says nothing about its journal
     */
    public Verification verifyAfter(JournalHead trusted) {
        return has(trusted) ? new Walk(store, page, trusted, List.of()).toTheEnd() : verify(trusted);
    }

    private boolean has(JournalHead trusted) {
        if (trusted.equals(JournalHead.EMPTY)) {
            return true;
        }
        try {
            return store.journal(trusted.position() - 1, 1).stream()
                    .anyMatch(there -> there.position() == trusted.position()
                            && there.digest().equals(trusted.digest()));
        } catch (UnreadableRecordException e) {
            return false; // verify names it
        }
    }
}
