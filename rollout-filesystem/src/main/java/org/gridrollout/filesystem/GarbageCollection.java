package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.filesystem.upkeep.Garbage;
import org.gridrollout.filesystem.upkeep.GarbageReport;

/** Looks through a whole repository for what nobody needs: the trees one by one, then the pool they share. Thread-safe. */
final class GarbageCollection {

    private final Path root;
    private final Disk disk;
    private final Pool pool;
    private final FragmentCache fragments;
    private final RunCache runs;
    private final Generations generations;
    private final WriterLock lock;
    private final InstantSource clock;
    private final Duration metadataGrace;
    private final Duration poolGrace;

    GarbageCollection(
            Path root,
            Disk disk,
            Pool pool,
            FragmentCache fragments,
            RunCache runs,
            Generations generations,
            WriterLock lock,
            FilesystemRepositoryBuilder options) {
        this.root = root;
        this.disk = disk;
        this.pool = pool;
        this.fragments = fragments;
        this.runs = runs;
        this.generations = generations;
        this.lock = lock;
        this.clock = options.clock();
        this.metadataGrace = options.metadataGrace();
        this.poolGrace = options.poolGrace();
    }

    /** Lists it. */
    GarbageReport find(Set<Sha256> needed) throws IOException {
        return run(needed, GarbageBin.listed(disk));
    }

    /** Deletes it. */
    GarbageReport collect(Set<Sha256> needed) throws IOException {
        return run(needed, GarbageBin.emptied(disk));
    }

    private GarbageReport run(Set<Sha256> needed, GarbageBin bin) throws IOException {
        Instant now = clock.instant();
        List<RepositoryException> failures = new ArrayList<>();
        for (Tree tree : Trees.under(root)) {
            try {
                run(tree, now, bin);
            } catch (RepositoryException e) { // no reason to keep what others do not need
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw new RepositoryException(
                    "Of the trees only some could be gone through, with "
                            + bin.report().garbage().size() + " items of garbage; the pool was left as it is. "
                            + failures.stream().map(Throwable::getMessage).collect(Collectors.joining(". ")),
                    failures.get(0));
        }
        References references = new References(root, generations, metadataGrace);
        Set<Sha256> gone = new PoolGarbage(pool, references, needed, now, poolGrace).collect(bin);
        new CacheGarbage(pool, fragments, runs, now, poolGrace).collect(gone, references.runs(), bin);
        for (Path each : pool.orphans()) {
            bin.put(Garbage.Kind.CUT_OFF_INTAKE, each, "the process that took it in is gone");
        }
        for (Path each : Trees.entries(root)) {
            if (String.valueOf(each.getFileName()).startsWith(RootCheck.PREFIX) && isOld(each, now)) {
                bin.put(Garbage.Kind.CUT_OFF_CHECK, each, "the process that opened the repository is gone");
            }
        }
        return bin.report();
    }

    private void run(Tree tree, Instant now, GarbageBin bin) throws IOException {
        lock.holding(tree, "collect garbage in " + tree, () -> {
            Manifest current = generations.current(tree);
            new TreeGarbage(tree, current, pool, now, metadataGrace, bin).collect(new Leftovers(tree, disk));
            return tree;
        });
    }

    private boolean isOld(Path path, Instant now) throws IOException {
        try {
            return !now.isBefore(Files.getLastModifiedTime(path).toInstant().plus(poolGrace));
        } catch (NoSuchFileException e) {
            return false; // its process has just finished
        }
    }
}
