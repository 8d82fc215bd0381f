package org.gridrollout.core.whatif;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.core.engine.RecordedChange;
import org.gridrollout.core.engine.RecordedEvent;
import org.gridrollout.core.engine.RolloutEngine;

/** An engine's journal, read in pages: what happened, and which publications its repository was asked for. Not thread-safe. */
final class Recording {

    private static final int PAGE = 500;

    private final RolloutEngine engine;
    private final Timelines timelines;
    private final Set<ChangeSetId> publications = new HashSet<>();
    private Optional<Instant> latest = Optional.empty();
    private long position;

    Recording(RolloutEngine engine, Instant until) {
        this.engine = engine;
        this.timelines = new Timelines(until);
    }

    /** Reads from where it stopped to where the journal ends now; whether there was anything. */
    boolean readOn() {
        long before = position;
        List<RecordedChange> page = engine.changes(position, PAGE);
        while (!page.isEmpty()) {
            page.forEach(this::take);
            page = engine.changes(position, PAGE);
        }
        return position > before;
    }

    /** Reads what was read once more. */
    void again(Consumer<RecordedChange> consumer) {
        long after = 0;
        while (after < position) {
            for (RecordedChange each : engine.changes(after, PAGE)) {
                after = each.position();
                if (after <= position) {
                    consumer.accept(each);
                }
            }
        }
    }

    private void take(RecordedChange change) {
        for (RecordedEvent each : change.events()) {
            timelines.happened(each.release(), each.event());
        }
        for (RecordedEvent each : change.events()) {
            publications.addAll(timelines.pending(each.release()));
        }
        if (latest.isEmpty() || latest.get().isBefore(change.at())) {
            latest = Optional.of(change.at());
        }
        position = change.position();
    }

    Timelines timelines() {
        return timelines;
    }

    Set<ChangeSetId> publications() {
        return publications;
    }

    /** The latest instant recorded; absent if nothing is. */
    Optional<Instant> latest() {
        return latest;
    }
}
