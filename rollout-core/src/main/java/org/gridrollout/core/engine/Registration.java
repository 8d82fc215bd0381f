package org.gridrollout.core.engine;

import java.util.List;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.store.IndexEntry;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.api.store.StreamWrite;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.api.verdict.RuleId;
import org.gridrollout.core.codec.Documents;
import org.gridrollout.core.engine.Ledger.Versioned;

/**
 * What a registry command comes to on what was read for it.
 *
 * @param against every reason to refuse it
 * @param documents what changes, the one it is about first; empty if nothing does
 */
record Registration(List<Finding> against, List<StreamWrite> documents) {
    static final Registration NOTHING = new Registration(List.of(), List.of());

    Registration {
        against = List.copyOf(against);
        documents = List.copyOf(documents);
    }

    static Registration refused(List<Finding> against) {
        return new Registration(against, List.of());
    }

    static Registration refused(String rule, String sentence, Party mustAct) {
        return refused(List.of(finding(rule, sentence, mustAct)));
    }

    static Registration of(List<StreamWrite> documents) {
        return new Registration(List.of(), documents);
    }

    /** One document, unless it says what is known already. */
    static <T> Registration of(StreamId stream, Versioned<T> known, Class<T> type, T value) {
        return known.value().filter(value::equals).isPresent()
                ? NOTHING
                : of(List.of(document(stream, known.revision(), type, value, IndexEntry.NONE)));
    }

    static Finding finding(String rule, String sentence, Party mustAct) {
        return Finding.of(RuleId.of(rule), FindingOutcome.BLOCKED, sentence, List.of(mustAct));
    }

    static <T> StreamWrite document(StreamId stream, long revision, Class<T> type, T value, IndexEntry index) {
        return new StreamWrite(stream, revision, Documents.write(type, value), index, List.of());
    }
}
