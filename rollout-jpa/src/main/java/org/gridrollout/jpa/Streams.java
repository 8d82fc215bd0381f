package org.gridrollout.jpa;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gridrollout.api.store.IndexEntry;
import org.gridrollout.api.store.Snapshot;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.api.store.StreamQuery;
import org.gridrollout.api.store.StreamWrite;

/** Documents, in {@code rollout_stream}. */
record Streams(Database database) {

    private static final int MOST_READS = 100;

    /**
     * A stream as it stands.
     *
     * @param hasParts whether its text goes on in {@code rollout_part}
     */
    record Standing(long revision, boolean hasParts) {

        static final Standing NEVER_WRITTEN = new Standing(0, false);
    }

    Optional<Snapshot> load(StreamId stream) {
        for (int tried = 0; tried < MOST_READS; tried++) {
            List<Row> rows = database.select(
                    "SELECT revision, body, parts FROM @stream WHERE kind = ?1 AND name = ?2",
                    stream.kind().name(),
                    stream.name());
            if (rows.isEmpty()) {
                return Optional.empty();
            }
            Row row = rows.get(0);
            long revision = row.number(0);
            Optional<String> body = Parts.ofStream(database, stream).whole(row.text(1), revision, row.number(2));
            if (body.isPresent()) {
                return Optional.of(new Snapshot(stream, revision, body.get()));
            }
        }
        throw new Failure.LostRace(stream + " was written faster than it could be read");
    }

    /** What a write finds in its place. */
    Standing standing(StreamId stream) {
        List<Row> rows = database.select(
                "SELECT revision, parts FROM @stream WHERE kind = ?1 AND name = ?2",
                stream.kind().name(),
                stream.name());
        return rows.isEmpty()
                ? Standing.NEVER_WRITTEN
                : new Standing(rows.get(0).number(0), rows.get(0).number(1) > 0);
    }

    /** Writes under the head's lock, over a standing whose revision is the expected one. */
    void write(StreamWrite write, Standing over) {
        LongText body = LongText.of(write.body());
        int changed = over.revision() == 0 ? insert(write, body) : update(write, body);
        if (changed != 1) {
            throw new Failure.LostRace(write.stream() + " was changed by somebody who does not lock rollout_head");
        }
        Parts parts = Parts.ofStream(database, write.stream());
        if (over.hasParts()) {
            parts.drop(over.revision());
        }
        parts.keep(over.revision() + 1, body);
    }

    private int insert(StreamWrite write, LongText body) {
        IndexEntry index = write.index();
        return database.update(
                "INSERT INTO @stream (kind, name, revision, state, product, platform, next_due, body, parts)"
                        + " VALUES (?1, ?2, 1, ?3, ?4, ?5, ?6, ?7, ?8)",
                write.stream().kind().name(),
                write.stream().name(),
                index.state(),
                index.product(),
                index.platform(),
                Micros.due(index.nextDue()),
                body.first(),
                body.parts());
    }

    private int update(StreamWrite write, LongText body) {
        IndexEntry index = write.index();
        return database.update(
                "UPDATE @stream SET revision = ?1, state = ?2, product = ?3, platform = ?4, next_due = ?5, body = ?6,"
                        + " parts = ?7 WHERE kind = ?8 AND name = ?9 AND revision = ?10",
                write.expectedRevision() + 1,
                index.state(),
                index.product(),
                index.platform(),
                Micros.due(index.nextDue()),
                body.first(),
                body.parts(),
                write.stream().kind().name(),
                write.stream().name(),
                write.expectedRevision());
    }

    List<StreamId> find(StreamQuery query) {
        StringBuilder sql = new StringBuilder("SELECT name FROM @stream WHERE kind = ?1");
        List<Object> parameters = new ArrayList<>(List.of(query.kind().name()));
        if (!query.states().isEmpty()) {
            sql.append(query.states().stream()
                    .sorted() // one statement for one set
                    .map(state -> parameter(parameters, state))
                    .collect(Collectors.joining(", ", " AND state IN (", ")")));
        }
        query.product().ifPresent(product -> sql.append(" AND product = ").append(parameter(parameters, product)));
        query.platform().ifPresent(platform -> sql.append(" AND platform = ").append(parameter(parameters, platform)));
        query.dueBy().ifPresent(by -> sql.append(" AND next_due <= ").append(parameter(parameters, Micros.floor(by))));
        query.after().ifPresent(after -> sql.append(" AND name > ").append(parameter(parameters, after)));
        sql.append(" ORDER BY name LIMIT ").append(parameter(parameters, query.limit()));
        return database.select(sql.toString(), parameters).stream()
                .map(row -> new StreamId(query.kind(), row.text(0)))
                .toList();
    }

    private static String parameter(List<Object> parameters, Object value) {
        parameters.add(value);
        return "?" + parameters.size();
    }
}
