package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.filesystem.upkeep.Garbage;

/** What is kept to save work that nobody will do again. Whoever needs it after all makes it again, so it takes no lock. */
final class CacheGarbage {

    private final Pool pool;
    private final FragmentCache fragments;
    private final RunCache runs;
    private final Instant now;
    private final Duration grace;

    CacheGarbage(Pool pool, FragmentCache fragments, RunCache runs, Instant now, Duration grace) {
        this.pool = pool;
        this.fragments = fragments;
        this.runs = runs;
        this.now = now;
        this.grace = grace;
    }

    /**
     * @param gone contents that the pool does not have any more, or would not
     * @param indexed the keys of runs that are in an index
     */
    void collect(Set<Sha256> gone, Set<Sha256> indexed, GarbageBin bin) throws IOException {
        for (Path each : fragments.files()) {
            Optional<Sha256> owner = FragmentCache.packageOf(each);
            if (owner.isEmpty()) {
                putUnfinished(each, bin);
            } else if (gone.contains(owner.get()) || !Files.exists(pool.path(owner.get()))) {
                bin.put(Garbage.Kind.CACHE, each, "the pool has no such package");
            }
        }
        for (Path each : runs.files()) {
            Optional<Sha256> key = RunCache.keyOf(each);
            if (key.isEmpty()) {
                putUnfinished(each, bin);
            } else if (!indexed.contains(key.get())) {
                bin.put(Garbage.Kind.CACHE, each, "no index has these packages in a row");
            }
        }
    }

    private void putUnfinished(Path file, GarbageBin bin) throws IOException {
        try {
            if (!now.isBefore(Files.getLastModifiedTime(file).toInstant().plus(grace))) {
                bin.put(Garbage.Kind.CACHE, file, "it was never finished");
            }
        } catch (NoSuchFileException e) {
            return; // it has just been finished
        }
    }
}
