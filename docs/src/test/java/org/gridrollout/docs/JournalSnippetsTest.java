package org.gridrollout.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.api.store.ChangeId;
import org.gridrollout.api.store.IndexEntry;
import org.gridrollout.api.store.JournalEntry;
import org.gridrollout.api.store.JournalHead;
import org.gridrollout.api.store.StoreChange;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.api.store.StreamWrite;
import org.gridrollout.core.journal.JournalVerifier;
import org.gridrollout.core.journal.Verification;
import org.gridrollout.core.memory.InMemoryRolloutStore;
import org.junit.jupiter.api.Test;

/** The Java of {@code docs/rollout-core.md} about the journal. */
class JournalSnippetsTest {

    private final List<String> alarms = new ArrayList<>();
    private JournalHead trusted = JournalHead.EMPTY;

    private static RolloutStore storeOf(String... events) {
        RolloutStore store = new InMemoryRolloutStore();
        List<JournalEntry> entries = new ArrayList<>();
        for (String each : events) {
            entries.add(new JournalEntry(each, Instant.EPOCH, Instant.EPOCH, "mia", "{}"));
        }
        StreamId stream = new StreamId(StreamId.Kind.ROLLOUT, "voms-1");
        store.commit(new StoreChange(
                ChangeId.of("change-1"),
                List.of(new StreamWrite(stream, 0, "{}", IndexEntry.NONE, entries)),
                List.of()));
        return store;
    }

    private static String anchor(RolloutStore store) {
        // snippet:journal-anchor
        String anchor = store.head().toString(); // "4711:9f86d081...": for a log, a mail, a notary
        // end
        return anchor;
    }

    private void verify(RolloutStore store, String anchor) {
        // snippet:journal-verify
        JournalVerifier verifier = JournalVerifier.of(store);
        Verification found =
                verifier.verify(JournalHead.parse(anchor)); // every record, and the anchor must be among them

        if (found instanceof Verification.Broken broken) {
            alarm(broken.position(), broken.inWords()); // the first bad record, what is wrong with it
        } else if (found instanceof Verification.Intact intact) {
            trusted = intact.head(); // next time verifier.verifyAfter(trusted) looks only at what came since
        }
        // end
    }

    private void alarm(long position, String sentence) {
        alarms.add(position + ": " + sentence);
    }

    @Test
    void anchorsAndVerifies() {
        RolloutStore store = storeOf("Contributed", "Announced", "Cleared");
        verify(store, anchor(store));
        assertThat(alarms).isEmpty();
        assertThat(trusted).isEqualTo(store.head());
    }

    @Test
    void alarmsIfTheAnchoredJournalIsNotThereAnyMore() {
        RolloutStore cut = storeOf("Contributed", "Announced");
        verify(cut, anchor(storeOf("Contributed", "Announced", "Cleared")));
        assertThat(alarms)
                .containsExactly("3: Journal record 3 is missing: the journal ends at 2, and an anchor says 3.");
    }
}
