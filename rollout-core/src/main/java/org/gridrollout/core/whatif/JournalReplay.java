package org.gridrollout.core.whatif;

import java.time.Instant;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.core.engine.Rehearsal;
import org.gridrollout.core.engine.RolloutEngine;
import org.gridrollout.core.memory.InMemoryRolloutStore;

/**
 * Plays a journal's commands again, at their instants and by the engine's policy and rules, on a fresh store: the events
 * that it comes to are those of the journal, unless the journal was recorded under another policy, by other rules, or does
 * not say what happened.
 *
 * <p>The engine's store and repository are only read. Takes memory for one document per stream, not for the journal, which is
 * read twice, in pages. Not thread-safe.
 */
public final class JournalReplay {

    private final RolloutEngine engine;
    private final RolloutStore store;
    private final Rehearsal.Keeps keeps;

    private JournalReplay(RolloutEngine engine, RolloutStore store, Rehearsal.Keeps keeps) {
        this.engine = engine;
        this.store = store;
        this.keeps = keeps;
    }

    /** Of the journal that the engine's store holds. */
    public static JournalReplay of(RolloutEngine engine) {
        return new JournalReplay(engine, new InMemoryRolloutStore(), Rehearsal.Keeps.DOCUMENTS);
    }

    /**
     * Keeps everything that the replay comes to, its journal included and its notices left out.
     *
     * @param empty an empty store
     */
    public JournalReplay into(RolloutStore empty) {
        return new JournalReplay(engine, empty, Rehearsal.Keeps.JOURNAL);
    }

    /** Plays all of it. A store is played into once. */
    public Replayed run() {
        Recording recording = new Recording(engine, Instant.MAX);
        recording.readOn();
        Comparison comparison = new Comparison();
        Rehearsal rehearsal = Rehearsal.anew(engine, engine.policy(), store, keeps, comparison);
        rehearsal.await(recording.publications());
        recording.again(change -> {
            rehearsal.play(change);
            comparison.recorded(change);
        });
        return comparison.result();
    }
}
