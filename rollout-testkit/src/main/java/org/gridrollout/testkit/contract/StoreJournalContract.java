package org.gridrollout.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.gridrollout.testkit.contract.Changes.NOON;
import static org.gridrollout.testkit.contract.Changes.entry;
import static org.gridrollout.testkit.contract.Changes.rollout;
import static org.gridrollout.testkit.contract.Changes.write;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.gridrollout.api.store.ChangeId;
import org.gridrollout.api.store.JournalEntry;
import org.gridrollout.api.store.JournalRecord;
import org.gridrollout.api.store.StoreChange;
import org.gridrollout.api.store.StreamId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The journal and its clock. */
abstract class StoreJournalContract extends StoreWriteContract {

    @Nested
    class TheJournal {

        @Test
        void givesBackWhatEachEventSaysAndWhereItBelongs() {
            JournalEntry entry = new JournalEntry(
                    "IncidentFiled", NOON.minusSeconds(60), NOON.plusNanos(1_000), "Eve (CERN-PROD)", "{\"n\":1}");
            StoreChange change = Changes.of(write(VOMS, 0, "one", 1));
            StoreChange next = Changes.of(write(FTS, 0, "fts", List.of(entry)), write(VOMS, 1, "two", List.of(entry)));
            stored(change);
            stored(next);
            JournalEntry first = Changes.entries(1).get(0);
            assertThat(wholeJournal())
                    .extracting(
                            JournalRecord::position,
                            JournalRecord::change,
                            JournalRecord::stream,
                            JournalRecord::revision,
                            JournalRecord::entry)
                    .containsExactly(
                            tuple(1L, change.id(), VOMS, 1L, first),
                            tuple(2L, next.id(), FTS, 1L, entry),
                            tuple(3L, next.id(), VOMS, 2L, entry));
        }

        @Test
        void countsFromOneWithoutGapsInTheOrderOfCommits() {
            List<ChangeId> order = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                StoreChange change = Changes.of(write(rollout("r" + i % 3), i / 3, "b", i % 4));
                assertThat(stored(change)).isEqualTo(wholeJournal().size());
                wholeJournal().stream()
                        .skip(order.size())
                        .map(JournalRecord::change)
                        .forEach(order::add);
                assertThat(order.stream().filter(change.id()::equals)).hasSize(i % 4);
            }
            assertThat(wholeJournal())
                    .extracting(JournalRecord::position)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 13).boxed().toList());
        }

        @Test
        void isReadInPages() {
            stored(Changes.of(write(VOMS, 0, "one", 4), write(FTS, 0, "fts", 6)));
            assertThat(store.journal(0, 3)).extracting(JournalRecord::position).containsExactly(1L, 2L, 3L);
            assertThat(store.journal(3, 3)).extracting(JournalRecord::position).containsExactly(4L, 5L, 6L);
            assertThat(store.journal(9, 3)).extracting(JournalRecord::position).containsExactly(10L);
            assertThat(store.journal(10, 3)).isEmpty();
            assertThat(store.journal(1_000_000, 3)).isEmpty();
        }

        @Test
        void ofOneStreamHoldsNothingOfOthersAndIsReadInPages() {
            for (int i = 0; i < 5; i++) {
                stored(Changes.of(write(VOMS, i, "v", 1), write(FTS, i, "f", 1)));
            }
            assertThat(store.journal(VOMS, 0, 100))
                    .extracting(JournalRecord::position)
                    .containsExactly(1L, 3L, 5L, 7L, 9L);
            assertThat(store.journal(VOMS, 0, 100))
                    .extracting(JournalRecord::revision)
                    .containsExactly(1L, 2L, 3L, 4L, 5L);
            assertThat(store.journal(VOMS, 0, 2))
                    .extracting(JournalRecord::position)
                    .containsExactly(1L, 3L);
            assertThat(store.journal(VOMS, 3, 2))
                    .extracting(JournalRecord::position)
                    .containsExactly(5L, 7L);
            assertThat(store.journal(VOMS, 4, 2))
                    .extracting(JournalRecord::position)
                    .containsExactly(5L, 7L);
            assertThat(store.journal(VOMS, 9, 2)).isEmpty();
            assertThat(store.journal(new StreamId(StreamId.Kind.SITE, VOMS.name()), 0, 9))
                    .isEmpty();
        }

        @Test
        void keepsInstantsToTheMicrosecond() {
            List<Instant> instants = List.of(
                    Instant.EPOCH,
                    Instant.parse("1969-12-31T23:59:59.999999Z"),
                    Instant.parse("2026-03-29T01:30:00.000001Z"), // no such local time in most of Europe
                    Instant.parse("2026-10-25T01:30:00.999999Z"), // twice in most of Europe
                    Instant.parse("2200-01-01T00:00:00Z"));
            stored(Changes.of(write(
                    VOMS,
                    0,
                    "one",
                    instants.stream()
                            .map(at -> new JournalEntry("tick", at, at, "engine", "{}"))
                            .toList())));
            assertThat(wholeJournal()).extracting(found -> found.entry().at()).containsExactlyElementsOf(instants);
            assertThat(wholeJournal())
                    .extracting(found -> found.entry().recordedAt())
                    .containsExactlyElementsOf(instants);
        }

        @Test
        void keepsTextsUpToTheLengthsTheyMayHave() {
            JournalEntry longest = new JournalEntry("T".repeat(100), NOON, NOON, "\u00fc".repeat(300), "{}");
            StoreChange change = new StoreChange(
                    new ChangeId("c".repeat(200)),
                    List.of(write(rollout("n".repeat(300)), 0, "b", List.of(longest))),
                    List.of());
            stored(change);
            assertThat(wholeJournal())
                    .extracting(JournalRecord::change, JournalRecord::stream, JournalRecord::entry)
                    .containsExactly(tuple(change.id(), rollout("n".repeat(300)), longest));
        }

        @Test
        void knowsTheLatestInstantAndNotJustTheLast() {
            assertThat(store.latestInstant()).isEmpty();
            stored(Changes.of(write(VOMS, 0, "silent")));
            assertThat(store.latestInstant()).isEmpty();
            stored(Changes.of(write(VOMS, 1, "b", List.of(entry("x", NOON), entry("y", NOON.minusSeconds(1))))));
            assertThat(store.latestInstant()).contains(NOON);
            stored(Changes.of(write(FTS, 0, "b", List.of(entry("z", NOON.minusSeconds(60))))));
            assertThat(store.latestInstant()).contains(NOON);
            stored(Changes.of(write(FTS, 1, "b", List.of(entry("z", NOON.plusNanos(1_000))))));
            assertThat(store.latestInstant()).contains(NOON.plusNanos(1_000));
        }
    }
}
