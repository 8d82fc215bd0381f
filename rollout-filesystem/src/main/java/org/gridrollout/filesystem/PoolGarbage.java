package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.filesystem.upkeep.Garbage;

/**
 * Content that no tree and no rollout needs. Has the pool's lock alone for a few files at a time, so that intakes and
 * publications hardly wait; whoever had the lock before may have come to need a file, so each time everything is looked at
 * again.
 */
final class PoolGarbage {

    private static final int AT_A_TIME = 200;

    private final Pool pool;
    private final References references;
    private final Set<Sha256> needed;
    private final Instant now;
    private final Duration grace;

    PoolGarbage(Pool pool, References references, Set<Sha256> needed, Instant now, Duration grace) {
        this.pool = pool;
        this.references = references;
        this.needed = needed;
        this.now = now;
        this.grace = grace;
    }

    /** What is gone, or would be. */
    Set<Sha256> collect(GarbageBin bin) throws IOException {
        List<Sha256> candidates = unneeded(pool.contents());
        Set<Sha256> gone = new HashSet<>();
        for (int at = 0; at < candidates.size(); at += AT_A_TIME) {
            List<Sha256> some = candidates.subList(at, Math.min(candidates.size(), at + AT_A_TIME));
            gone.addAll(pool.alone("collect garbage", () -> putUnneeded(some, bin)));
        }
        return gone;
    }

    private List<Sha256> putUnneeded(List<Sha256> some, GarbageBin bin) throws IOException {
        List<Sha256> unneeded = unneeded(some);
        for (Sha256 each : unneeded) {
            bin.put(
                    Garbage.Kind.POOL_FILE,
                    pool.path(each),
                    "no tree offers it, no rollout needs it, and it was last taken in longer than "
                            + Span.inWords(grace) + " ago");
        }
        return unneeded;
    }

    private List<Sha256> unneeded(List<Sha256> contents) throws IOException {
        Set<Sha256> referenced = references.at(now);
        List<Sha256> unneeded = new ArrayList<>();
        for (Sha256 each : contents) {
            if (!referenced.contains(each) && !needed.contains(each) && isOld(pool.path(each))) {
                unneeded.add(each);
            }
        }
        return unneeded;
    }

    private boolean isOld(Path file) throws IOException {
        Optional<Instant> modified;
        try {
            modified = Optional.of(Files.getLastModifiedTime(file).toInstant());
        } catch (NoSuchFileException e) {
            modified = Optional.empty();
        }
        return modified.filter(at -> !now.isBefore(at.plus(grace))).isPresent();
    }
}
