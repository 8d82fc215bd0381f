package org.gridrollout.core.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.gridrollout.api.store.ChangeId;
import org.gridrollout.api.store.IndexEntry;
import org.gridrollout.api.store.JournalChain;
import org.gridrollout.api.store.JournalEntry;
import org.gridrollout.api.store.JournalHead;
import org.gridrollout.api.store.JournalRecord;
import org.gridrollout.api.store.StoreChange;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.api.store.StreamWrite;

/** Random journals of records that differ in little, so that whatever is left out of a digest is soon missed. */
final class Journals {

    private Journals() {}

    /** Of 1 to 25 records or a few more, as a store would keep them. */
    static Arbitrary<List<JournalRecord>> any() {
        return changes()
                .map(Journals::kept)
                .filter(records -> !records.isEmpty())
                .withoutEdgeCases(); // so many that nothing random would be tried
    }

    static List<JournalRecord> kept(List<StoreChange> changes) {
        JournalChain chain = JournalChain.after(JournalHead.EMPTY);
        List<JournalRecord> records = new ArrayList<>();
        changes.forEach(change -> records.addAll(chain.append(change)));
        return records;
    }

    /** Its digests made anew from the record at {@code index} on, as somebody would who knows the rule. */
    static List<JournalRecord> chainedAnew(List<JournalRecord> records, int index) {
        List<JournalRecord> anew = new ArrayList<>(records.subList(0, index));
        JournalHead head =
                index == 0 ? JournalHead.EMPTY : records.get(index - 1).head();
        for (JournalRecord each : records.subList(index, records.size())) {
            JournalRecord next = Field.withDigest(each, JournalChain.after(head).digest(head.digest(), each));
            anew.add(next);
            head = next.head();
        }
        return anew;
    }

    /** Positions counted from 1, everything else as it is. */
    static List<JournalRecord> renumbered(List<JournalRecord> records) {
        List<JournalRecord> renumbered = new ArrayList<>();
        records.forEach(each -> renumbered.add(at(renumbered.size() + 1, each)));
        return renumbered;
    }

    static JournalRecord at(long position, JournalRecord record) {
        return new JournalRecord(
                position, record.change(), record.stream(), record.revision(), record.entry(), record.digest());
    }

    private static Arbitrary<List<StoreChange>> changes() {
        return Combinators.combine(
                        Arbitraries.of("c", "c1", "d").map(ChangeId::of),
                        writes().list().ofMinSize(1).ofMaxSize(3).uniqueElements(StreamWrite::stream))
                .as((id, writes) -> new StoreChange(id, writes, List.of()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private static Arbitrary<StreamWrite> writes() {
        Arbitrary<StreamId> streams = Combinators.combine(
                        Arbitraries.of(StreamId.Kind.class), Arbitraries.of("a", "b", "ab"))
                .as(StreamId::new);
        return Combinators.combine(
                        streams,
                        Arbitraries.longs().between(0, 3),
                        entries().list().ofMaxSize(3))
                .as((stream, revision, entries) -> new StreamWrite(stream, revision, "", IndexEntry.NONE, entries));
    }

    private static Arbitrary<JournalEntry> entries() {
        Arbitrary<String> texts = Arbitraries.of("", "a", "b", "ab", "\u00e4\ud83d\udce6", "\u0000");
        Arbitrary<Instant> instants =
                Arbitraries.of(Instant.EPOCH, Instant.EPOCH.minusNanos(1_000), Instant.parse("2026-03-02T12:00:00Z"));
        return Combinators.combine(texts, instants, instants, texts, texts).as(JournalEntry::new);
    }
}
