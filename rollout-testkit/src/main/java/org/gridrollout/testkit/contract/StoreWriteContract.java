package org.gridrollout.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.testkit.contract.Changes.NOON;
import static org.gridrollout.testkit.contract.Changes.entry;
import static org.gridrollout.testkit.contract.Changes.index;
import static org.gridrollout.testkit.contract.Changes.newId;
import static org.gridrollout.testkit.contract.Changes.notice;
import static org.gridrollout.testkit.contract.Changes.rollout;
import static org.gridrollout.testkit.contract.Changes.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.gridrollout.api.store.ChangeId;
import org.gridrollout.api.store.CommitResult.Stale;
import org.gridrollout.api.store.CommitResult.Stored;
import org.gridrollout.api.store.JournalEntry;
import org.gridrollout.api.store.JournalRecord;
import org.gridrollout.api.store.Snapshot;
import org.gridrollout.api.store.StoreChange;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.api.store.StreamWrite;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Documents, stale writes and whole changes. */
abstract class StoreWriteContract extends StoreContractGround {

    @Nested
    class Documents {

        @Test
        void areAbsentUntilWrittenAndThenComeBackUnchanged() {
            assertThat(store.load(VOMS)).isEmpty();
            stored(Changes.of(write(VOMS, 0, "{\"a\":1}")));
            assertThat(store.load(VOMS)).contains(new Snapshot(VOMS, 1, "{\"a\":1}"));
            assertThat(store.load(FTS)).isEmpty();
        }

        @Test
        void riseByOneRevisionWithEachWrite() {
            for (int revision = 0; revision < 5; revision++) {
                stored(Changes.of(write(VOMS, revision, "body " + revision)));
                assertThat(store.load(VOMS)).contains(new Snapshot(VOMS, revision + 1, "body " + revision));
            }
        }

        @Test
        void ofTwoKindsMayShareAName() {
            StreamWrite[] writes = Arrays.stream(StreamId.Kind.values())
                    .map(kind -> write(new StreamId(kind, "voms"), 0, "I am a " + kind))
                    .toArray(StreamWrite[]::new);
            stored(Changes.of(writes));
            for (StreamId.Kind kind : StreamId.Kind.values()) {
                StreamId stream = new StreamId(kind, "voms");
                assertThat(store.load(stream)).contains(new Snapshot(stream, 1, "I am a " + kind));
            }
        }

        @Test
        void keepEveryCharacter() {
            String body =
                    "Zürich \u0444\u0442\u0441 \u65e5\u672c \ud83d\udce6 \u0001\t\r\n 'quoted' \"twice\" \\ ?1 :name %s "
                            + "trailing  ";
            stored(Changes.of(write(
                    VOMS, 0, body, List.of(new JournalEntry("filed", NOON, NOON, "J\u00fcrgen \ud83d\ude80", body)))));
            assertThat(store.load(VOMS).orElseThrow().body()).isEqualTo(body);
            assertThat(wholeJournal().get(0).entry().body()).isEqualTo(body);
            assertThat(wholeJournal().get(0).entry().actor()).isEqualTo("J\u00fcrgen \ud83d\ude80");
        }

        @Test
        void mayBeEmpty() {
            stored(Changes.of(write(VOMS, 0, "", List.of(new JournalEntry("", NOON, NOON, "", "")))));
            assertThat(store.load(VOMS)).contains(new Snapshot(VOMS, 1, ""));
            assertThat(wholeJournal())
                    .extracting(JournalRecord::entry)
                    .containsExactly(new JournalEntry("", NOON, NOON, "", ""));
        }

        @Test
        void mayBeLarge() {
            String megabyte = "\u00e9\u20acx0".repeat(1 << 18);
            stored(Changes.of(write(VOMS, 0, megabyte, List.of(new JournalEntry("big", NOON, NOON, "", megabyte)))));
            stored(Changes.of(write(VOMS, 1, megabyte + "!")));
            assertThat(store.load(VOMS).orElseThrow().body().equals(megabyte + "!"))
                    .isTrue();
            assertThat(wholeJournal().get(0).entry().body().equals(megabyte)).isTrue();
        }

        @Test
        void areToldApartByEveryCharacterOfTheirNames() {
            List<String> names = List.of(
                    "a", "A", "a ", " a", "\u00e4", "a%", "a_", "a'", "\u00c4", "ab", "\ud83d\udce6", "a".repeat(300));
            for (String name : names) {
                stored(Changes.of(write(rollout(name), 0, "body of " + name, 1)));
            }
            for (String name : names) {
                assertThat(store.load(rollout(name))).contains(new Snapshot(rollout(name), 1, "body of " + name));
                assertThat(store.journal(rollout(name), 0, 10)).hasSize(1);
            }
        }
    }

    @Nested
    class AStaleWrite {

        @Test
        void isRefusedOnceTheStreamHasMovedOn() {
            stored(Changes.of(write(VOMS, 0, "one")));
            stored(Changes.of(write(VOMS, 1, "two")));
            assertThat(store.commit(Changes.of(write(VOMS, 1, "late")))).isEqualTo(new Stale(VOMS));
            assertThat(store.load(VOMS)).contains(new Snapshot(VOMS, 2, "two"));
        }

        @Test
        void isRefusedIfTheStreamMustNotExistYetAndDoes() {
            stored(Changes.of(write(VOMS, 0, "one")));
            assertThat(store.commit(Changes.of(write(VOMS, 0, "again")))).isEqualTo(new Stale(VOMS));
            assertThat(store.load(VOMS)).contains(new Snapshot(VOMS, 1, "one"));
        }

        @Test
        void isRefusedIfTheStreamWasNeverWritten() {
            assertThat(store.commit(Changes.of(write(VOMS, 1, "one")))).isEqualTo(new Stale(VOMS));
            assertThat(store.load(VOMS)).isEmpty();
        }

        @Test
        void isRefusedIfItIsAheadOfTheStream() {
            stored(Changes.of(write(VOMS, 0, "one")));
            assertThat(store.commit(Changes.of(write(VOMS, 2, "ahead")))).isEqualTo(new Stale(VOMS));
            assertThat(store.load(VOMS)).contains(new Snapshot(VOMS, 1, "one"));
        }

        @Test
        void takesTheWholeChangeWithItWhereverItStands() {
            stored(Changes.of(write(VOMS, 0, "one", List.of(entry("first", NOON)))));
            for (int place = 0; place < 3; place++) {
                List<StreamWrite> writes = new ArrayList<>(List.of(
                        new StreamWrite(
                                rollout("new-1"),
                                0,
                                "n",
                                index("HELD", "", "", NOON),
                                List.of(entry("x", NOON.plusSeconds(9)))),
                        write(rollout("new-2"), 0, "n", 2)));
                writes.add(place, write(VOMS, 0, "late", 1));
                StoreChange change = new StoreChange(newId(), writes, List.of(notice("key-" + place)));
                assertThat(store.commit(change)).isEqualTo(new Stale(VOMS));
                assertThat(store.holds(change.id())).isFalse();
            }
            assertThat(store.load(rollout("new-1"))).isEmpty();
            assertThat(store.load(rollout("new-2"))).isEmpty();
            assertThat(names(query().build())).containsExactly("voms-1");
            assertThat(wholeJournal()).hasSize(1);
            assertThat(store.undelivered(10)).isEmpty();
            assertThat(store.latestInstant()).contains(NOON);
        }

        @Test
        void leavesNoGapInTheJournal() {
            stored(Changes.of(write(VOMS, 0, "one", 2)));
            assertThat(store.commit(Changes.of(write(FTS, 0, "new", 3), write(VOMS, 0, "late", 3))))
                    .isEqualTo(new Stale(VOMS));
            assertThat(stored(Changes.of(write(VOMS, 1, "two", 2)))).isEqualTo(4);
            assertThat(wholeJournal()).extracting(JournalRecord::position).containsExactly(1L, 2L, 3L, 4L);
        }
    }

    @Nested
    class AChange {

        @Test
        void ofSeveralStreamsIsKeptWhole() {
            stored(Changes.of(write(VOMS, 0, "voms", 1)));
            StreamId line = new StreamId(StreamId.Kind.PRODUCT_LINE, "voms/el9/x86_64");
            stored(Changes.of(write(VOMS, 1, "voms 2", 1), write(line, 0, "line", 1), write(FTS, 0, "fts", 0)));
            assertThat(store.load(VOMS)).contains(new Snapshot(VOMS, 2, "voms 2"));
            assertThat(store.load(line)).contains(new Snapshot(line, 1, "line"));
            assertThat(store.load(FTS)).contains(new Snapshot(FTS, 1, "fts"));
            assertThat(wholeJournal()).extracting(JournalRecord::stream).containsExactly(VOMS, VOMS, line);
        }

        @Test
        void mayBeWide() {
            StreamWrite[] writes = IntStream.range(0, 100)
                    .mapToObj(i -> write(rollout("r" + i), 0, "body " + i, 20))
                    .toArray(StreamWrite[]::new);
            assertThat(stored(Changes.of(writes))).isEqualTo(2_000);
            assertThat(store.load(rollout("r99"))).contains(new Snapshot(rollout("r99"), 1, "body 99"));
            assertThat(wholeJournal())
                    .extracting(JournalRecord::position)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 2_000).boxed().toList());
        }

        @Test
        void isHeldOnceKeptAndNotBefore() {
            StoreChange kept = Changes.of(write(VOMS, 0, "one", 1));
            StoreChange refused = Changes.of(write(VOMS, 0, "two", 1));
            assertThat(store.holds(kept.id())).isFalse();
            stored(kept);
            store.commit(refused);
            assertThat(store.holds(kept.id())).isTrue();
            assertThat(store.holds(refused.id())).isFalse();
            assertThat(store.holds(ChangeId.of("never-heard-of"))).isFalse();
        }

        @Test
        void isNotAppliedTwice() {
            StoreChange change = new StoreChange(newId(), List.of(write(VOMS, 0, "one", 3)), List.of(notice("k")));
            assertThat(store.commit(change)).isEqualTo(new Stored(3));
            assertThat(store.commit(change)).isEqualTo(new Stored(3));
            assertThat(store.load(VOMS)).contains(new Snapshot(VOMS, 1, "one"));
            assertThat(wholeJournal()).hasSize(3);
            assertThat(store.undelivered(10)).hasSize(1);
        }

        @Test
        void isAnsweredWithThePositionItWasKeptAtWhateverCameLater() {
            StoreChange change = Changes.of(write(VOMS, 0, "one", 3));
            stored(change);
            stored(Changes.of(write(VOMS, 1, "two", 4), write(FTS, 0, "fts", 1)));
            assertThat(store.commit(change)).isEqualTo(new Stored(3));
            assertThat(store.load(VOMS)).contains(new Snapshot(VOMS, 2, "two"));
        }

        @Test
        void isKnownByItsIdWhateverItSays() {
            StoreChange change = Changes.of(write(VOMS, 0, "one", 1));
            stored(change);
            StoreChange other = new StoreChange(change.id(), List.of(write(FTS, 0, "other", 5)), List.of(notice("k")));
            assertThat(store.commit(other)).isEqualTo(new Stored(1));
            assertThat(store.load(FTS)).isEmpty();
            assertThat(store.undelivered(10)).isEmpty();
            assertThat(wholeJournal()).hasSize(1);
        }

        @Test
        void withoutEventsIsStoredAtTheLastPositionThereIs() {
            assertThat(store.commit(Changes.of(write(VOMS, 0, "silent")))).isEqualTo(new Stored(0));
            assertThat(store.commit(Changes.of(write(VOMS, 1, "loud", 2)))).isEqualTo(new Stored(2));
            assertThat(store.commit(Changes.of(write(VOMS, 2, "silent")))).isEqualTo(new Stored(2));
        }
    }
}
