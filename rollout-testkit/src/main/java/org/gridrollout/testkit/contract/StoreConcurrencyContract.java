package org.gridrollout.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.testkit.contract.Changes.notice;
import static org.gridrollout.testkit.contract.Changes.rollout;
import static org.gridrollout.testkit.contract.Changes.write;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.gridrollout.api.store.CommitResult;
import org.gridrollout.api.store.CommitResult.Stale;
import org.gridrollout.api.store.CommitResult.Stored;
import org.gridrollout.api.store.JournalRecord;
import org.gridrollout.api.store.Snapshot;
import org.gridrollout.api.store.StoreChange;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.api.store.StreamWrite;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Many threads on one store. Counts decide, not timing. */
abstract class StoreConcurrencyContract extends StoreNoticeContract {

    // Far more than a race needs, so that a store that always says 'stale' fails and does not hang.
    private static final int MOST_TRIES = 10_000;

    @Nested
    class Together {

        @Test
        void compareAndSetOnOneStreamLosesNoUpdate() {
            int threads = 4;
            int each = 25;
            long total = (long) threads * each;
            stored(Changes.of(write(VOMS, 0, "0", 1)));
            Race.of(threads, runner -> () -> {
                for (int done = 0, tries = 0; done < each; tries++) {
                    assertThat(tries).as("tries").isLessThan(MOST_TRIES);
                    Snapshot now = store.load(VOMS).orElseThrow();
                    String next = Integer.toString(Integer.parseInt(now.body()) + 1);
                    if (store.commit(Changes.of(write(VOMS, now.revision(), next, 1))) instanceof Stored) {
                        done++;
                    }
                }
                return true;
            });
            assertThat(store.load(VOMS)).contains(new Snapshot(VOMS, total + 1, Long.toString(total)));
            assertThat(store.journal(VOMS, 0, 1_000))
                    .extracting(JournalRecord::revision)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, total + 1).boxed().toList());
        }

        @Test
        void writersOfDifferentStreamsAllSucceedAtTheFirstTry() {
            int threads = 4;
            int each = 25;
            Race.of(threads, runner -> () -> {
                for (int i = 0; i < each; i++) {
                    StreamWrite write = write(rollout("r" + runner), i, "body " + i, 2);
                    assertThat(store.commit(Changes.telling(write, notice(runner + "/" + i))))
                            .isInstanceOf(Stored.class);
                }
                return true;
            });
            for (int runner = 0; runner < threads; runner++) {
                assertThat(store.load(rollout("r" + runner)).orElseThrow().revision())
                        .isEqualTo(each);
            }
            List<JournalRecord> journal = wholeJournal();
            assertThat(journal)
                    .extracting(JournalRecord::position)
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, 2L * threads * each)
                            .boxed()
                            .toList());
            for (int i = 0; i < journal.size(); i += 2) {
                assertThat(journal.get(i).change()).isEqualTo(journal.get(i + 1).change());
            }
            assertThat(store.undelivered(1_000)).hasSize(threads * each);
        }

        @Test
        void writersOfTheSameStreamsInOppositeOrderDoNotBlockOneAnother() {
            stored(Changes.of(write(VOMS, 0, "0"), write(FTS, 0, "0")));
            Race.of(4, runner -> () -> {
                for (int done = 0, tries = 0; done < 10; tries++) {
                    assertThat(tries).as("tries").isLessThan(MOST_TRIES);
                    StreamWrite voms =
                            write(VOMS, store.load(VOMS).orElseThrow().revision(), "v");
                    StreamWrite fts = write(FTS, store.load(FTS).orElseThrow().revision(), "f");
                    StoreChange change = runner % 2 == 0 ? Changes.of(voms, fts) : Changes.of(fts, voms);
                    if (store.commit(change) instanceof Stored) {
                        done++;
                    }
                }
                return true;
            });
            assertThat(store.load(VOMS).orElseThrow().revision()).isEqualTo(41);
            assertThat(store.load(FTS).orElseThrow().revision()).isEqualTo(41);
        }

        @Test
        void onlyOneMakesANewStream() {
            for (int round = 0; round < 10; round++) {
                StreamId stream = rollout("round-" + round);
                List<CommitResult> results =
                        Race.of(4, runner -> () -> store.commit(Changes.of(write(stream, 0, "runner " + runner, 1))));
                assertThat(results).filteredOn(Stored.class::isInstance).hasSize(1);
                assertThat(results).filteredOn(new Stale(stream)::equals).hasSize(3);
                int winner = results.indexOf(results.stream()
                        .filter(Stored.class::isInstance)
                        .findFirst()
                        .orElseThrow());
                assertThat(store.load(stream)).contains(new Snapshot(stream, 1, "runner " + winner));
                assertThat(store.journal(stream, 0, 10)).hasSize(1);
            }
        }

        @Test
        void oneChangeCommittedByManyIsAppliedOnce() {
            for (int round = 0; round < 10; round++) {
                StreamId stream = rollout("round-" + round);
                StoreChange change = Changes.of(write(stream, 0, "body", 3));
                List<CommitResult> results = Race.of(4, runner -> () -> store.commit(change));
                assertThat(results).containsOnly(new Stored(3L * (round + 1)));
                assertThat(store.journal(stream, 0, 10)).hasSize(3);
            }
        }

        @Test
        void oneNoticeKeptByManyWaitsOnce() {
            for (int round = 0; round < 10; round++) {
                String key = "round-" + round;
                List<CommitResult> results = Race.of(
                        4,
                        runner -> () ->
                                store.commit(Changes.telling(write(rollout(key + "/" + runner), 0, "b"), notice(key))));
                assertThat(results).allMatch(Stored.class::isInstance);
                assertThat(store.undelivered(100)).hasSize(round + 1);
            }
        }

        @Test
        void aReaderSeesAllOfAChangeOrNothing() {
            int changes = 60;
            int events = 5;
            AtomicBoolean over = new AtomicBoolean();
            Race.of(2, runner -> () -> {
                if (runner == 0) {
                    try {
                        for (int i = 0; i < changes; i++) {
                            store.commit(Changes.of(write(rollout("r" + i), 0, "b", events)));
                        }
                    } finally {
                        over.set(true);
                    }
                }
                for (int last = 0; !over.get(); ) {
                    int seen = wholeJournal().size();
                    assertThat(seen % events).as("torn after %d", seen).isZero();
                    assertThat(seen).isGreaterThanOrEqualTo(last);
                    last = seen;
                }
                return true;
            });
            assertThat(wholeJournal()).hasSize(changes * events);
        }
    }
}
