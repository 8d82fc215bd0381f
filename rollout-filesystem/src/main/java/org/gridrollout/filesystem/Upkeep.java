package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.gridrollout.filesystem.Survey.Found;
import org.gridrollout.filesystem.upkeep.Damage;
import org.gridrollout.filesystem.upkeep.Progress;
import org.gridrollout.filesystem.upkeep.RepairReport;
import org.gridrollout.filesystem.upkeep.VerificationReport;

/** Walks over a whole repository, to see what is damaged and to mend it. Thread-safe. */
final class Upkeep {

    private final Path root;
    private final Disk disk;
    private final Pool pool;
    private final FragmentCache fragments;
    private final RunCache runs;
    private final GenerationBuilder builder;
    private final WriterLock lock;
    private final InstantSource clock;
    private final Duration grace;
    private final Workers workers;
    private final Mender mender;

    Upkeep(
            Path root,
            Disk disk,
            Pool pool,
            FragmentCache fragments,
            RunCache runs,
            GenerationBuilder builder,
            WriterLock lock,
            Workers workers,
            FilesystemRepositoryBuilder options) {
        this.root = root;
        this.disk = disk;
        this.pool = pool;
        this.fragments = fragments;
        this.runs = runs;
        this.builder = builder;
        this.lock = lock;
        this.workers = workers;
        this.clock = options.clock();
        this.grace = options.metadataGrace();
        this.mender = new Mender(root, pool, disk);
    }

    VerificationReport verify(Progress progress) throws IOException {
        Survey survey = new Survey(progress);
        PoolHealth health = new PoolHealth(pool);
        new PoolSurvey(pool, health, mender, workers).look(survey);
        new CacheSurvey(fragments, runs, disk).look(survey);
        for (Tree each : Trees.under(root)) {
            survey.include(look(each, health, survey));
        }
        return survey.report();
    }

    /** The pool first, since trees are mended from it; each tree is looked at again to see what is left. */
    RepairReport repair(Progress progress) throws IOException {
        Survey shared = new Survey(progress);
        PoolHealth health = new PoolHealth(pool);
        new PoolSurvey(pool, health, mender, workers).look(shared);
        new CacheSurvey(fragments, runs, disk).look(shared);
        List<Damage> mended = new ArrayList<>();
        List<Damage> remaining = new ArrayList<>();
        pool.alone("repair the pool", () -> mend(shared, mended, remaining));
        disk.syncDirectories(root.resolve("pool")); // what is whole may be so by a repair that was stopped before this
        for (Tree tree : Trees.under(root)) {
            String what = "repair " + tree;
            lock.holding(tree, what, () -> pool.sharing(() -> repair(tree, health, shared, mended, remaining)));
        }
        return new RepairReport(mended, remaining);
    }

    private Tree repair(Tree tree, PoolHealth health, Survey shared, List<Damage> mended, List<Damage> remaining)
            throws IOException {
        Survey before = look(tree, health, shared);
        mend(before, mended, new ArrayList<>());
        Survey after = look(tree, health, shared);
        mended.removeAll(after.damage());
        remaining.addAll(after.damage());
        disk.syncDirectories(tree.directory());
        return tree;
    }

    private static Survey mend(Survey survey, List<Damage> mended, List<Damage> remaining) throws IOException {
        for (Found each : survey.found()) {
            boolean done = each.mending().isPresent() && each.mending().get().mend();
            (done ? mended : remaining).add(each.damage());
        }
        return survey;
    }

    private Survey look(Tree tree, PoolHealth health, Survey start) throws IOException {
        return new TreeSurvey(tree, pool, health, mender, disk, grace, builder.signs())
                .look(start, clock.instant(), new Republication(tree, disk, builder));
    }
}
