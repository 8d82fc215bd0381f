package org.gridrollout.filesystem;

import java.io.IOException;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.filesystem.Survey.Mending;

/** Publishes what a tree offers once more, so that its metadata is made anew. Needs the writer's lock. */
final class Republication implements Mending {

    private final Tree tree;
    private final Disk disk;
    private final GenerationBuilder builder;
    private boolean done;

    Republication(Tree tree, Disk disk, GenerationBuilder builder) {
        this.tree = tree;
        this.disk = disk;
        this.builder = builder;
    }

    /** However many damages it mends, once. */
    @Override
    public boolean mend() throws IOException {
        if (!done) {
            Manifest before = new Generations().current(tree);
            if (!AdvisoryFiles.areKnown(tree, before) || builder.forgetsToSign(tree, before)) {
                return false; // it would go on without what nobody decided to give up
            }
            new ChangeMarkers(tree, disk).keep(before);
            new Leftovers(tree, disk).clear(before);
            ChangeSetId id = ChangeSetId.of("repair-of-generation-" + before.number());
            builder.begin(tree, before);
            builder.build(tree, before, Succession.repeating(before, id));
            CommitPoint.pass(tree, before.number() + 1, disk);
            giveUpUnlessWhole(before);
            done = true;
        }
        return true;
    }

    /** What was broken when it was current, and was not mended by its successor, is owed to nobody. */
    private void giveUpUnlessWhole(Manifest before) throws IOException {
        for (String each : before.indexFiles()) {
            if (!Repodata.isWhole(tree.repodata().resolve(each))) {
                disk.deleteTree(tree.generation(before.number()));
                return;
            }
        }
    }
}
