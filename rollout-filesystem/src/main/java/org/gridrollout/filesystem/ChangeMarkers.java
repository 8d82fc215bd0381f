package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.publication.PublicationResult;
import org.gridrollout.api.publication.PublicationResult.AlreadyPublished;
import org.gridrollout.api.publication.PublicationResult.Cancelled;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.filesystem.yum.Digests;

/**
 * What became of change sets: the current generation says which one made it, each earlier one has a marker file, written
 * before its successor commits, and so has each cancelled one. So asking costs one look, however long the history. Needs
 * the writer's lock.
 */
final class ChangeMarkers {

    /** A marker before it is in place. */
    static final String TEMPORARY = "next";

    private static final String PUBLISHED = "published";
    private static final String CANCELLED = "cancelled";

    private final Tree tree;
    private final Disk disk;

    ChangeMarkers(Tree tree, Disk disk) {
        this.tree = tree;
        this.disk = disk;
    }

    /** What became of that change set; empty if nothing did yet. */
    Optional<PublicationResult> fateOf(ChangeSetId id, Manifest current) throws IOException {
        if (current.change().filter(id::equals).isPresent()) {
            return Optional.of(new AlreadyPublished(current.number()));
        }
        Path file = file(id);
        try {
            PublicationResult fate = parse(file, Files.readAllBytes(file));
            secure(id);
            return Optional.of(fate);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Makes sure that the current change set is known when it is not current any more. */
    void keep(Manifest current) throws IOException {
        if (current.change().isPresent()) {
            ChangeSetId id = current.change().get();
            if (Files.exists(file(id))) {
                secure(id);
            } else {
                write(id, PUBLISHED, current.number());
            }
        }
    }

    /** Makes sure that a change set without a fate is never published. */
    void cancel(ChangeSetId id) throws IOException {
        write(id, CANCELLED, 0);
    }

    /** Whether a marker is what was written under that name. */
    static boolean isWhole(Path file) throws IOException {
        return lines(Files.readAllBytes(file))
                .filter(line -> String.valueOf(file.getFileName()).equals(name(line[2])))
                .isPresent();
    }

    private void write(ChangeSetId id, String fate, long generation) throws IOException {
        disk.createDirectories(shard(id));
        disk.replace(
                file(id),
                shard(id).resolve(TEMPORARY),
                new CheckedLines().add(fate, generation, id).toBytes());
    }

    /** What is believed must stay: whoever wrote the marker may have been stopped before its name was on the disk. */
    private void secure(ChangeSetId id) throws IOException {
        disk.createDirectories(shard(id));
        disk.syncDirectory(shard(id));
    }

    private static PublicationResult parse(Path file, byte[] bytes) {
        String[] line = lines(bytes)
                .orElseThrow(() -> new RepositoryException("Marker " + file + " is damaged; without it nobody knows"
                        + " whether the change set was published. Restore it from a backup"));
        return line[0].equals(CANCELLED) ? new Cancelled() : new AlreadyPublished(Long.parseLong(line[1]));
    }

    private static Optional<String[]> lines(byte[] bytes) {
        return CheckedLines.parse(bytes)
                .filter(all -> !all.isEmpty() && all.get(0).length == 3)
                .map(all -> all.get(0));
    }

    private Path shard(ChangeSetId id) {
        return tree.changes().resolve(name(id.value()).substring(0, 2));
    }

    private Path file(ChangeSetId id) {
        return shard(id).resolve(name(id.value()));
    }

    /** Ids may differ in case only, which some file systems do not tell apart. */
    private static String name(String id) {
        return Digests.of(id.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
