package org.gridrollout.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.gridrollout.api.software.Sha256;
import org.junit.jupiter.api.Test;

class JournalChainTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final StreamId VOMS = new StreamId(StreamId.Kind.ROLLOUT, "voms-1");
    private static final StreamId FTS = new StreamId(StreamId.Kind.ROLLOUT, "fts-1");
    private static final StreamId LINE = new StreamId(StreamId.Kind.PRODUCT_LINE, "voms/el9/x86_64");

    private final JournalChain chain = JournalChain.after(JournalHead.EMPTY);

    private static StoreChange change(String id, StreamWrite... writes) {
        return new StoreChange(ChangeId.of(id), List.of(writes), List.of());
    }

    private static StreamWrite write(StreamId stream, long revision, JournalEntry... entries) {
        return new StreamWrite(stream, revision, "", IndexEntry.NONE, List.of(entries));
    }

    /** The digests were computed by a dozen lines of Python, from the rule in the Javadoc. */
    @Test
    void givesTheDigestsThatTheRuleGivesElsewhere() {
        JournalRecord first = chain.append(change(
                        "change-1",
                        write(
                                VOMS,
                                0,
                                new JournalEntry(
                                        "Contributed",
                                        NOON.plusNanos(123_456_000),
                                        NOON.plusSeconds(1),
                                        "J\u00fcrgen \ud83d\udce6 (voms-team)",
                                        "{\"n\":1}"))))
                .get(0);
        JournalRecord second = chain.append(change(
                        "change-2",
                        write(LINE, 7, new JournalEntry("", Instant.EPOCH.minusNanos(1_000), NOON, "", ""))))
                .get(0);
        assertThat(first.digest())
                .isEqualTo(new Sha256("6b1f36c9d3bbd62d65131ad834b09df08f363427e708c1094ba083eee5288ac6"));
        assertThat(second.digest())
                .isEqualTo(new Sha256("146b65c816c24ec1abad5bd9db76b07ead5a4098503525bdaf34988bc2819e01"));
    }

    @Test
    void numbersTheEventsOfAChangeInTheOrderOfItsWrites() {
        JournalEntry entry = new JournalEntry("e", NOON, NOON, "", "{}");
        List<JournalRecord> records =
                chain.append(change("c", write(VOMS, 4, entry, entry), write(FTS, 0), write(LINE, 1, entry)));
        assertThat(records).extracting(JournalRecord::position).containsExactly(1L, 2L, 3L);
        assertThat(records).extracting(JournalRecord::revision).containsExactly(5L, 5L, 2L);
        assertThat(records).extracting(JournalRecord::stream).containsExactly(VOMS, VOMS, LINE);
        assertThat(records).extracting(JournalRecord::digest).doesNotHaveDuplicates();
        assertThat(chain.head()).isEqualTo(records.get(2).head());
    }

    @Test
    void acceptsTheNextRecordAndStaysWhereItIsForAnyOther() {
        JournalEntry entry = new JournalEntry("e", NOON, NOON, "", "{}");
        List<JournalRecord> records = chain.append(change("c", write(VOMS, 0, entry, entry)));
        JournalChain again = JournalChain.after(JournalHead.EMPTY);
        assertThat(again.accept(records.get(1))).isFalse();
        assertThat(again.head()).isEqualTo(JournalHead.EMPTY);
        assertThat(again.accept(records.get(0))).isTrue();
        assertThat(again.accept(records.get(0))).isFalse();
        assertThat(again.accept(records.get(1))).isTrue();
        assertThat(again.head()).isEqualTo(chain.head());
    }
}
