package org.gridrollout.testkit.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A disk in memory that keeps books on what was forced to it. Its {@link #path paths} work with {@link java.nio.file.Files}
 * and file channels as those of the default provider on Linux do, hard and symbolic links, locks, atomic moves and the
 * syncing of directories (opening one for reading and forcing it) included; mapping files into memory, permissions and
 * watching are not offered.
 *
 * <p>Every {@link Step} is counted. To try a backend at each of them: do the work once undisturbed, ask {@link #steps}
 * how many it took; then for each of them start from a {@link #copy} of the disk as it was before, have it stopped there
 * ({@link #failFrom} with {@link Fault#STOPPED}), let {@link #restart} be the new process or {@link #losePower} the end of
 * everything not forced, open the backend again on {@code path} of the same disk, and look.
 *
 * <p>What is lost with the power follows POSIX: a file's content is safe after {@code force} on a channel to it, a name
 * (created, linked, renamed, deleted) after {@code force} on a channel to its directory, a renaming never leaves neither of
 * the two names. What else survives is chosen by a {@link Survival}.
 *
 * <p>Thread-safe, as far as the file system goes.
 */
public final class FaultyDisk {

    private final DiskFileSystem fileSystem = new DiskFileSystem(this);
    private final DiskLocks locks = new DiskLocks();
    private final List<Step> steps = new ArrayList<>();
    private final Volume volume;
    private @Nullable Trap trap;
    private int processes;

    private FaultyDisk(Volume volume) {
        this.volume = volume;
    }

    /** A new disk with nothing on it but its root directory. */
    public static FaultyDisk empty() {
        return new FaultyDisk(new Volume());
    }

    /**
     * A path on this disk.
     *
     * @param text in the manner of Unix, {@code /srv/repository}
     */
    public Path path(String text) {
        return fileSystem.getPath(text);
    }

    /** The steps taken since the disk was made or {@link #forgetSteps} was called, failed ones included, oldest first. */
    public synchronized List<Step> steps() {
        return List.copyOf(steps);
    }

    /** Starts counting steps anew. */
    public synchronized void forgetSteps() {
        steps.clear();
    }

    /**
     * Makes one step fail: from step number {@code step} from now on, 0 being the next, the first that such a fault can
     * hit. Replaces what was ordered before.
     */
    public synchronized void failAt(int step, Fault fault) {
        trap = new Trap(steps.size() + step, fault, true);
    }

    /**
     * Makes every step fail that such a fault can hit, from step number {@code step} from now on, 0 being the next. Replaces
     * what was ordered before.
     */
    public synchronized void failFrom(int step, Fault fault) {
        trap = new Trap(steps.size() + step, fault, false);
    }

    /** Whether a fault that was ordered has hit a step. */
    public synchronized boolean hasFailed() {
        return trap != null && trap.fired();
    }

    /** No step fails any more. */
    public synchronized void heal() {
        trap = null;
    }

    /**
     * The end of the processes that used the disk, by {@code kill -9}: everything they did is there, forced or not; their
     * locks and channels are not, nor is any fault.
     */
    public synchronized void restart() {
        heal();
        locks.clear();
        processes++;
    }

    /** The end of everything that was not forced, but for what survives; then as {@link #restart}. */
    public synchronized void losePower(Survival survival) {
        volume.losePower(survival);
        restart();
    }

    /** Another disk in the same state, what is forced and what is not included, without locks, steps and faults. */
    public synchronized FaultyDisk copy() {
        return new FaultyDisk(volume.copy());
    }

    Volume volume() {
        return volume;
    }

    DiskLocks locks() {
        return locks;
    }

    /** Rises whenever the channels opened before are no longer anybody's. */
    int processes() {
        return processes;
    }

    /** Takes a step that a fault keeps from having any effect. */
    void step(Step.Kind kind, Object path) throws IOException {
        Trap.Hit hit = hit(kind, path);
        if (hit != null) {
            throw hit.exception();
        }
    }

    /** Takes a step; what hits it is for the caller to throw. */
    Trap.@Nullable Hit hit(Step.Kind kind, Object path) {
        Step step = new Step(kind, path.toString());
        steps.add(step);
        return trap == null ? null : trap.hit(steps.size() - 1, step);
    }
}
