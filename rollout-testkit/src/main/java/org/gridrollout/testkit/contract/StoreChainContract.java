package org.gridrollout.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.testkit.contract.Changes.NOON;
import static org.gridrollout.testkit.contract.Changes.rollout;
import static org.gridrollout.testkit.contract.Changes.write;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gridrollout.api.store.CommitResult.Stale;
import org.gridrollout.api.store.JournalChain;
import org.gridrollout.api.store.JournalEntry;
import org.gridrollout.api.store.JournalHead;
import org.gridrollout.api.store.JournalRecord;
import org.gridrollout.api.store.StoreChange;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.core.journal.JournalVerifier;
import org.gridrollout.core.journal.Verification.Intact;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The hash chain through the journal, and its head. */
abstract class StoreChainContract extends StoreJournalContract {

    @Nested
    class TheChain {

        @Test
        void isTheOneThatTheRuleGives() {
            JournalChain rule = JournalChain.after(JournalHead.EMPTY);
            List<JournalRecord> expected = new ArrayList<>();
            for (StoreChange change : List.of(
                    Changes.of(write(VOMS, 0, "one", 3), write(FTS, 0, "fts", 2)),
                    Changes.of(write(VOMS, 1, "silent")),
                    Changes.of(write(FTS, 1, "fts", 1), write(VOMS, 2, "three", 2)))) {
                stored(change);
                expected.addAll(rule.append(change));
            }
            assertThat(wholeJournal()).isEqualTo(expected);
            assertThat(store.journal(VOMS, 3, 10)).isEqualTo(expected.subList(6, 8));
        }

        @Test
        void endsAtTheHead() {
            assertThat(store.head()).isEqualTo(JournalHead.EMPTY);
            for (int i = 0; i < 5; i++) {
                stored(Changes.of(write(VOMS, i, "body", i + 1)));
                List<JournalRecord> journal = wholeJournal();
                assertThat(store.head())
                        .isEqualTo(journal.get(journal.size() - 1).head());
            }
        }

        @Test
        void staysWhereItIsIfNothingIsRecorded() {
            StoreChange change = Changes.of(write(VOMS, 0, "one", 2));
            stored(change);
            JournalHead head = wholeJournal().get(1).head();
            stored(change);
            stored(Changes.of(write(VOMS, 1, "silent")));
            assertThat(store.commit(Changes.of(write(FTS, 0, "new", 3), write(VOMS, 0, "late", 3))))
                    .isEqualTo(new Stale(VOMS));
            assertThat(store.head()).isEqualTo(head);
        }

        @Test
        void holdsWhateverTheRecordsSay() {
            String odd = "Z\u00fcrich \u65e5\u672c \ud83d\udce6 \u0001\t\r\n \"'\\ trailing  ";
            stored(Changes.of(
                    write(rollout(" a "), 0, "b", List.of(new JournalEntry(" t ", NOON, NOON, odd, odd))),
                    write(rollout("\u00e9"), 0, "b", List.of(new JournalEntry("", Instant.EPOCH, NOON, "", ""))),
                    write(FTS, 0, "b", List.of(new JournalEntry("big", NOON, NOON, "", "\u20acx".repeat(600_000))))));
            for (StreamId.Kind kind : StreamId.Kind.values()) {
                Instant before1970 = Instant.EPOCH.minusNanos(1_000);
                JournalEntry entry = new JournalEntry("T".repeat(100), before1970, NOON, "\u00fc".repeat(300), "{}");
                stored(Changes.of(write(new StreamId(kind, "n".repeat(300)), 0, "b", List.of(entry))));
            }
            assertIntact(3 + StreamId.Kind.values().length);
        }

        @Test
        void holdsThroughAWideChange() {
            stored(Changes.of(write(VOMS, 0, "one", 700), write(FTS, 0, "fts", 800)));
            assertIntact(1_500);
        }

        @Test
        void isOneChainHoweverManyStreamsAreWrittenAtOnce() {
            int threads = 4;
            int each = 20;
            Race.of(threads, runner -> () -> {
                for (int i = 0; i < each; i++) {
                    stored(Changes.of(write(rollout("r" + runner), i, "body", 1 + i % 3)));
                }
                return true;
            });
            assertIntact(wholeJournal().size());
            assertThat(wholeJournal()).hasSizeGreaterThanOrEqualTo(threads * each);
        }

        @Test
        void hasAHeadThatNoReaderSeesBeforeOrBesideItsRecord() {
            ConcurrentLinkedQueue<JournalHead> seen = new ConcurrentLinkedQueue<>();
            AtomicBoolean over = new AtomicBoolean();
            Race.of(2, runner -> () -> {
                if (runner == 0) {
                    try {
                        for (int i = 0; i < 40; i++) {
                            stored(Changes.of(write(VOMS, i, "body", 3)));
                        }
                    } finally {
                        over.set(true);
                    }
                }
                while (!over.get()) {
                    JournalHead head = store.head();
                    seen.add(head);
                    assertThat(wholeJournal()).hasSizeGreaterThanOrEqualTo((int) head.position());
                }
                return true;
            });
            seen.add(store.head());
            List<JournalRecord> journal = wholeJournal();
            assertThat(journal).hasSize(120);
            assertThat(seen)
                    .allSatisfy(head -> assertThat(head)
                            .isEqualTo(
                                    head.position() == 0
                                            ? JournalHead.EMPTY
                                            : journal.get((int) head.position() - 1)
                                                    .head()));
        }

        @Test
        void goesOnAfterAReopening() {
            stored(Changes.of(write(VOMS, 0, "one", 2)));
            JournalHead head = wholeJournal().get(1).head();

            store = fixture.reopen(store);

            assertThat(store.head()).isEqualTo(head);
            stored(Changes.of(write(VOMS, 1, "two", 2)));
            assertIntact(4);
        }

        private void assertIntact(int records) {
            JournalHead last = wholeJournal().get(records - 1).head();
            assertThat(JournalVerifier.of(store).verify()).isEqualTo(new Intact(last, records));
            assertThat(store.head()).isEqualTo(last);
        }
    }
}
