package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gridrollout.filesystem.Manifest.Withdrawn;
import org.gridrollout.filesystem.upkeep.Garbage;

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
        List<Path> cutOff = leftovers.of(current);
        List<Superseded> superseded = Superseded.before(current, tree);
        for (Path each : cutOff) {
            bin.note(Garbage.Kind.CUT_OFF_PUBLICATION, each, "a publication to " + tree + " was cut off");
        }
        if (bin.isEmptied()) {
            leftovers.clear(current);
        }
        List<Superseded> owed = new ArrayList<>();
        for (Superseded each : superseded) {
            if (isOver(each.at())) {
                bin.put(
                        Garbage.Kind.GENERATION,
                        tree.generation(each.number()),
                        "generation " + each.number() + " of " + tree + " is superseded for longer than "
                                + Span.inWords(grace));
            } else {
                owed.add(each);
            }
        }
        for (Path each : Superseded.indexesOfNone(current, owed, tree)) {
            if (!cutOff.contains(each)) {
                bin.put(
                        Garbage.Kind.INDEX,
                        each,
                        "no generation of " + tree + " that is superseded for less than " + Span.inWords(grace)
                                + " names it");
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

    private boolean isOver(Instant superseded) {
        return !now.isBefore(superseded.plus(grace));
    }
}
