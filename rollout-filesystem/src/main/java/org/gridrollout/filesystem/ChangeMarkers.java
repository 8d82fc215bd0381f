package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.filesystem.yum.Digests;

/**
 * Which change sets were published, and as which generation: the current generation says its own, each earlier one has a
 * marker file, written before its successor commits. So asking costs one look, however long the history. Needs the
 * writer's lock.
 */
final class ChangeMarkers {

    private final Tree tree;
    private final Disk disk;

    ChangeMarkers(Tree tree, Disk disk) {
        this.tree = tree;
        this.disk = disk;
    }

    /** The generation that change set made, if it was published. */
    Optional<Long> generationOf(ChangeSetId id, Manifest current) throws IOException {
        if (current.change().filter(id::equals).isPresent()) {
            return Optional.of(current.number());
        }
        Path file = file(id);
        try {
            return Optional.of(parse(file, Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Makes sure that the current change set is known when it is not current any more. */
    void keep(Manifest current) throws IOException {
        if (current.change().isEmpty()) {
            return;
        }
        ChangeSetId id = current.change().get();
        Path file = file(id);
        if (!Files.exists(file)) {
            byte[] content = new CheckedLines().add(current.number(), id).toBytes();
            disk.createDirectories(shard(id));
            disk.replace(file, file.resolveSibling("next"), content);
        }
    }

    private static long parse(Path file, byte[] bytes) {
        List<String[]> lines = CheckedLines.parse(bytes)
                .orElseThrow(() -> new RepositoryException("Marker " + file + " is damaged; without it nobody knows"
                        + " whether the change set was published. Restore it from a backup"));
        return Long.parseLong(lines.get(0)[0]);
    }

    private Path shard(ChangeSetId id) {
        return tree.changes().resolve(name(id).substring(0, 2));
    }

    private Path file(ChangeSetId id) {
        return shard(id).resolve(name(id));
    }

    /** Ids may differ in case only, which some file systems do not tell apart. */
    private static String name(ChangeSetId id) {
        return Digests.of(id.value().getBytes(StandardCharsets.UTF_8)).hex();
    }
}
