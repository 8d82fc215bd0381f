package org.gridrollout.core.journal;

import java.util.function.UnaryOperator;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.store.ChangeId;
import org.gridrollout.api.store.JournalEntry;
import org.gridrollout.api.store.JournalRecord;
import org.gridrollout.api.store.StreamId;

/** What of a record can be changed in its place, and a small change of it. */
enum Field {
    CHANGE(of -> record(of, ChangeId.of(of.change() + "x"), of.stream(), of.revision(), of.entry(), of.digest())),
    KIND(of ->
            ofStream(of, new StreamId(otherKind(of.stream().kind()), of.stream().name()))),
    NAME(of -> ofStream(of, new StreamId(of.stream().kind(), of.stream().name() + "b"))),
    REVISION(of -> record(of, of.change(), of.stream(), of.revision() + 1, of.entry(), of.digest())),
    TYPE(of -> ofEntry(
            of,
            entry(
                    of.entry(),
                    of.entry().type() + "a",
                    of.entry().actor(),
                    of.entry().body()))),
    AT(of -> ofEntry(
            of,
            new JournalEntry(
                    of.entry().type(),
                    of.entry().at().plusNanos(1_000),
                    of.entry().recordedAt(),
                    of.entry().actor(),
                    of.entry().body()))),
    RECORDED_AT(of -> ofEntry(
            of,
            new JournalEntry(
                    of.entry().type(),
                    of.entry().at(),
                    of.entry().recordedAt().minusSeconds(1),
                    of.entry().actor(),
                    of.entry().body()))),
    ACTOR(of -> ofEntry(
            of,
            entry(
                    of.entry(),
                    of.entry().type(),
                    of.entry().actor() + " ",
                    of.entry().body()))),
    BODY(of -> ofEntry(
            of,
            entry(of.entry(), of.entry().type(), of.entry().actor(), of.entry().body() + "\u0000"))),
    /** One character goes from a text to the one that is digested next. */
    BORDER(of -> {
        String actor = of.entry().actor() + "a";
        return ofEntry(
                of,
                of.entry().body().startsWith("a")
                        ? entry(
                                of.entry(),
                                of.entry().type(),
                                actor,
                                of.entry().body().substring(1))
                        : entry(of.entry(), of.entry().type(), actor, of.entry().body()));
    }),
    DIGEST(of -> withDigest(of, new Sha256(of.digest().hex().startsWith("0") ? "1".repeat(64) : "0".repeat(64))));

    private final UnaryOperator<JournalRecord> change;

    Field(UnaryOperator<JournalRecord> change) {
        this.change = change;
    }

    JournalRecord changedIn(JournalRecord record) {
        return change.apply(record);
    }

    static JournalRecord withDigest(JournalRecord of, Sha256 digest) {
        return record(of, of.change(), of.stream(), of.revision(), of.entry(), digest);
    }

    private static StreamId.Kind otherKind(StreamId.Kind kind) {
        StreamId.Kind[] kinds = StreamId.Kind.values();
        return kinds[(kind.ordinal() + 1) % kinds.length];
    }

    private static JournalRecord ofStream(JournalRecord of, StreamId stream) {
        return record(of, of.change(), stream, of.revision(), of.entry(), of.digest());
    }

    private static JournalRecord ofEntry(JournalRecord of, JournalEntry entry) {
        return record(of, of.change(), of.stream(), of.revision(), entry, of.digest());
    }

    private static JournalEntry entry(JournalEntry of, String type, String actor, String body) {
        return new JournalEntry(type, of.at(), of.recordedAt(), actor, body);
    }

    private static JournalRecord record(
            JournalRecord of, ChangeId change, StreamId stream, long revision, JournalEntry entry, Sha256 digest) {
        return new JournalRecord(of.position(), change, stream, revision, entry, digest);
    }
}
