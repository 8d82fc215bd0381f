package org.gridrollout.jpa;

import java.util.List;
import java.util.Optional;
import org.gridrollout.api.store.StreamId;

/**
 * The further pieces of long texts, in {@code rollout_part}.
 *
 * @param owner which row they go on from
 */
record Parts(Database database, String owner) {

    static Parts ofStream(Database database, StreamId stream) {
        return new Parts(database, "s:" + stream.kind().name() + ":" + stream.name());
    }

    static Parts ofJournal(Database database) {
        return new Parts(database, "journal");
    }

    static Parts ofNotices(Database database) {
        return new Parts(database, "notice");
    }

    void keep(long revision, LongText text) {
        for (int part = 1; part <= text.parts(); part++) {
            database.update(
                    "INSERT INTO @part (owner, revision, part, body) VALUES (?1, ?2, ?3, ?4)",
                    owner,
                    revision,
                    part,
                    text.pieces().get(part));
        }
    }

    void drop(long revision) {
        database.update("DELETE FROM @part WHERE owner = ?1 AND revision = ?2", owner, revision);
    }

    /** The whole text; empty if its parts were replaced since its row was read. */
    Optional<String> whole(String first, long revision, long parts) {
        if (parts == 0) {
            return Optional.of(first);
        }
        List<Row> rest = database.select(
                "SELECT part, body FROM @part WHERE owner = ?1 AND revision = ?2 ORDER BY part", owner, revision);
        if (rest.size() != parts) {
            return Optional.empty();
        }
        StringBuilder whole = new StringBuilder(first);
        rest.forEach(row -> whole.append(row.text(1)));
        return Optional.of(whole.toString());
    }
}
