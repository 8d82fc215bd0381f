package org.gridrollout.filesystem;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.gridrollout.api.Violations;
import org.gridrollout.api.spi.RepositoryException;

/** How a repository is opened; every setting has a default that is right for production. Not thread-safe. */
public final class FilesystemRepositoryBuilder {

    private final Path root;
    private InstantSource clock = InstantSource.system();
    private Durability durability = Durability.SYNCED;
    private Duration metadataGrace = Duration.ofDays(7);
    private Duration poolGrace = Duration.ofDays(7);
    private Duration lockWait = Duration.ofMinutes(1);
    private Steps steps = Steps.UNWATCHED;

    FilesystemRepositoryBuilder(Path root) {
        this.root = root;
    }

    /** Where revisions and grace periods take their time from; the system's clock by default. */
    public FilesystemRepositoryBuilder clock(InstantSource source) {
        clock = source;
        return this;
    }

    /** What a publication survives; {@link Durability#SYNCED} by default. */
    public FilesystemRepositoryBuilder durability(Durability wanted) {
        durability = wanted;
        return this;
    }

    /** How long index files stay readable after a generation without them was published; positive, 7 days by default. */
    public FilesystemRepositoryBuilder metadataGrace(Duration grace) {
        metadataGrace = grace;
        return this;
    }

    /**
     * How long garbage collection leaves a package alone after it was taken in, whoever needs it; positive, 7 days by
     * default. Has to be longer than it takes from an intake to the release it was for.
     */
    public FilesystemRepositoryBuilder poolGrace(Duration grace) {
        poolGrace = grace;
        return this;
    }

    /** How long to wait for another writer; positive, one minute by default. */
    public FilesystemRepositoryBuilder lockWait(Duration wait) {
        lockWait = wait;
        return this;
    }

    FilesystemRepositoryBuilder steps(Steps watcher) {
        steps = watcher;
        return this;
    }

    InstantSource clock() {
        return clock;
    }

    Duration metadataGrace() {
        return metadataGrace;
    }

    Duration poolGrace() {
        return poolGrace;
    }

    Duration lockWait() {
        return lockWait;
    }

    /**
     * Opens it; creates the directory if it is missing.
     *
     * @throws RepositoryException if the directory cannot be used, saying why and what to do
     */
    public FilesystemRepository open() {
        Violations.of("Repository options")
                .unless(
                        metadataGrace.compareTo(Duration.ZERO) > 0,
                        "metadataGrace must be positive, was %s",
                        metadataGrace)
                .unless(poolGrace.compareTo(Duration.ZERO) > 0, "poolGrace must be positive, was %s", poolGrace)
                .unless(lockWait.compareTo(Duration.ZERO) > 0, "lockWait must be positive, was %s", lockWait)
                .throwIfAny();
        return FilesystemRepository.attempt("use " + root + " as a repository", () -> {
            Disk disk = new Disk(durability, steps);
            List<Path> made = RootCheck.makeDirectories(root.toAbsolutePath());
            Path real = root.toRealPath();
            RootCheck.run(real, durability);
            for (Path each : made) {
                disk.syncDirectory(each.resolveSibling(""));
            }
            Pool.create(real, disk);
            return new FilesystemRepository(real, disk, this);
        });
    }
}
