package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.gridrollout.filesystem.Manifest.Carried;
import org.gridrollout.filesystem.Manifest.Withdrawn;
import org.gridrollout.filesystem.upkeep.Garbage;
import org.gridrollout.filesystem.yum.Repomd;

/**
 * What one published tree does not need any more: what was cut off, and what is superseded for longer than its grace
 * period. Each deletion alone leaves a whole tree, so it may be cut off anywhere. Needs the writer's lock.
 */
final class TreeGarbage {

    private final Tree tree;
    private final Manifest current;
    private final Pool pool;
    private final Instant now;
    private final Duration grace;
    private final GarbageBin bin;

    TreeGarbage(Tree tree, Manifest current, Pool pool, Instant now, Duration grace, GarbageBin bin) {
        this.tree = tree;
        this.current = current;
        this.pool = pool;
        this.now = now;
        this.grace = grace;
        this.bin = bin;
    }

    void collect(Leftovers leftovers) throws IOException {
        for (Path each : leftovers.of(current.number())) {
            bin.note(Garbage.Kind.CUT_OFF_PUBLICATION, each, "a publication to " + tree + " was cut off");
        }
        if (bin.isEmptied()) {
            leftovers.clear(current.number());
        }
        for (long each : supersededGenerations()) {
            bin.put(
                    Garbage.Kind.GENERATION,
                    tree.generation(each),
                    "generation " + each + " of " + tree + " is superseded for longer than " + grace);
        }
        Path repodata = tree.generation(current.number()).resolve("repodata");
        for (Carried each : current.carried()) {
            if (isOver(each.superseded())) {
                bin.put(
                        Garbage.Kind.INDEX,
                        repodata.resolve(each.file()),
                        "no generation of " + tree + " names it since " + each.superseded());
            }
        }
        for (Withdrawn each : current.withdrawn()) {
            Path link = tree.packageFile(each.location());
            if (isOver(each.superseded()) && Files.exists(link) && pool.isContentOf(link, each.sha256())) {
                bin.put(
                        Garbage.Kind.PACKAGE_LINK,
                        link,
                        tree + " does not offer it since " + each.superseded() + ", generation " + each.generation());
            }
        }
    }

    /** Rising, so that the successor of each one is still there if this is cut off. */
    private List<Long> supersededGenerations() throws IOException {
        List<Long> falling = new ArrayList<>(Generations.numbers(tree).headSet(current.number()));
        Collections.reverse(falling);
        List<Long> over = new ArrayList<>();
        Instant superseded = published(current.number()).orElse(now);
        for (long each : falling) {
            if (isOver(superseded)) {
                over.add(0, each);
            } else {
                // a damaged one leaves the time of its successor, which is later and does no harm
                superseded = published(each).orElse(superseded);
            }
        }
        return over;
    }

    private Optional<Instant> published(long number) throws IOException {
        try {
            return Repomd.timestamp(Files.readAllBytes(
                            tree.generation(number).resolve("repodata").resolve("repomd.xml")))
                    .map(Instant::ofEpochSecond);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private boolean isOver(Instant superseded) {
        return !now.isBefore(superseded.plus(grace));
    }
}
