package org.gridrollout.filesystem;

import java.io.IOException;
import java.util.Optional;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.publication.PublicationResult;
import org.gridrollout.api.publication.PublicationResult.AlreadyPublished;
import org.gridrollout.api.publication.PublicationResult.Cancelled;
import org.gridrollout.filesystem.Records.Entry;

/**
 * What became of change sets: the current generation says which one made it, each earlier one has a marker file, written
 * before its successor commits, and so has each cancelled one. Needs the writer's lock.
 */
final class ChangeMarkers {

    private static final String PUBLISHED = "published";
    private static final String CANCELLED = "cancelled";

    private final Records records;

    ChangeMarkers(Tree tree, Disk disk) {
        this.records = new Records(tree.changes(), "whether that change set was published", disk);
    }

    /** What became of that change set; empty if nothing did yet. */
    Optional<PublicationResult> fateOf(ChangeSetId id, Manifest current) throws IOException {
        if (current.change().filter(id::equals).isPresent()) {
            return Optional.of(new AlreadyPublished(current.number()));
        }
        return records.of(id.value())
                .map(entry ->
                        entry.what().equals(CANCELLED) ? new Cancelled() : new AlreadyPublished(entry.generation()));
    }

    /** Makes sure that the current change set is known when it is not current any more. */
    void keep(Manifest current) throws IOException {
        if (current.change().isPresent()) {
            records.keep(new Entry(current.change().get().value(), PUBLISHED, current.number()));
        }
    }

    /** Makes sure that a change set without a fate is never published. */
    void cancel(ChangeSetId id) throws IOException {
        records.keep(new Entry(id.value(), CANCELLED, 0));
    }
}
