package org.gridrollout.benchmarks.repository;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.publication.PublicationResult;
import org.gridrollout.api.publication.PublicationResult.Published;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Stage;
import org.gridrollout.benchmarks.Trees;
import org.gridrollout.filesystem.Durability;
import org.gridrollout.filesystem.FilesystemRepository;

/** A directory to work in, and short words for what is done with a repository there. */
final class Ground {

    private static final Path DIRECTORY = Path.of(System.getProperty("benchmarks.ground", "target/ground"));

    private static final Set<Path> USED = ConcurrentHashMap.newKeySet();

    private Ground() {}

    /** A path of that name with nothing there, until {@link #clear}. */
    static Path fresh(String name) throws IOException {
        Path path = DIRECTORY.resolve(name).toAbsolutePath();
        Trees.delete(path);
        Files.createDirectories(path.getParent());
        USED.add(path);
        return path;
    }

    /** Deletes what was used, once nothing is measured any more: for minutes after that, ext4 takes long to create a file. */
    static void clear() throws IOException {
        for (Path each : USED) {
            Trees.delete(each);
        }
    }

    static FilesystemRepository open(Path root, Durability durability) {
        return FilesystemRepository.at(root).durability(durability).open();
    }

    /** Takes in all of them, by all processors. */
    static List<PackageRef> takeIn(FilesystemRepository repository, List<Path> files) {
        return files.parallelStream().map(each -> takeIn(repository, each)).toList();
    }

    static PackageRef takeIn(FilesystemRepository repository, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return repository.intake(in, file.toString()).ref();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Publishes into production and insists on success. */
    static void publish(FilesystemRepository repository, Platform platform, String id, List<PackageRef> added) {
        ChangeSet change = new ChangeSet(ChangeSetId.of(id), Stage.PRODUCTION, platform, added, List.of());
        long current = repository.current(Stage.PRODUCTION, platform).number();
        PublicationResult result = repository.publish(change, current);
        if (!(result instanceof Published)) {
            throw new IllegalStateException("not published: " + result);
        }
    }

    /** The bytes of what clients read: the index files of that name's ending, {@code repomd.xml} left out. */
    static long indexSize(Path repodata) throws IOException {
        long size = 0;
        for (String kind : List.of("primary", "filelists", "other")) {
            size += Files.size(IndexFiles.named(repodata, kind));
        }
        return size;
    }
}
