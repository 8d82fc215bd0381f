package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.testkit.faults.Fault;
import org.gridrollout.testkit.faults.FaultyDisk;
import org.gridrollout.testkit.faults.Step;
import org.gridrollout.testkit.faults.Survival;

/** One piece of work on a disk, disturbed at each of its steps in turn; has to take the same ones each time, so nobody helps. */
final class EveryStep {

    private static final long MORE_SURVIVALS = Long.getLong("gridrollout.survivals", 0);

    private final FaultyDisk before;
    private final Work work;
    private final List<Step> steps;

    /** Something a process does from beginning to end; whatever happens to the disk is a {@link RepositoryException}. */
    interface Work {
        void on(FaultyDisk disk) throws Exception;
    }

    /** Looks at what is left; the process of before is gone. */
    interface Look {
        void at(FaultyDisk left) throws Exception;
    }

    private EveryStep(FaultyDisk before, Work work, List<Step> steps) {
        this.before = before;
        this.work = work;
        this.steps = steps;
    }

    static EveryStep of(FaultyDisk before, Work work) throws Exception {
        FaultyDisk disk = before.copy();
        work.on(disk);
        return new EveryStep(before, work, disk.steps());
    }

    int count() {
        return steps.size();
    }

    /** The process is killed there. */
    void killed(Look look) throws Exception {
        for (int step = 0; step < count(); step++) {
            FaultyDisk disk = disturbed(step);
            disk.restart();
            look(look, disk, step, "killed");
        }
    }

    /** The power fails there; what survives of what was not forced is chosen in several ways. */
    void powerless(Look look) throws Exception {
        for (int step = 0; step < count(); step++) {
            FaultyDisk disk = disturbed(step);
            for (Survival each : survivals(step)) {
                FaultyDisk left = disk.copy();
                left.losePower(each);
                look(look, left, step, "the power failed, " + each + " survived");
            }
        }
    }

    private FaultyDisk disturbed(int step) throws Exception {
        FaultyDisk disk = before.copy();
        disk.failFrom(step, Fault.STOPPED);
        try {
            work.on(disk);
        } catch (RepositoryException e) {
            assertThat(e).hasMessageContaining("Cannot ");
        }
        assertThat(disk.hasFailed())
                .as("step %d of %d was reached", step, count())
                .isTrue();
        return disk;
    }

    private void look(Look look, FaultyDisk left, int step, String how) throws Exception {
        try {
            look.at(left);
        } catch (Exception | AssertionError e) {
            throw new AssertionError(how + " at step " + step + " of " + count() + ": " + steps.get(step), e);
        }
    }

    /** The worst, and one that differs from step to step; more by {@code -Dgridrollout.survivals=10}. */
    private static List<Survival> survivals(int step) {
        List<Survival> rotating = List.of(Survival.names(), Survival.inOrder(step), Survival.anyOrder(step));
        List<Survival> survivals = new ArrayList<>(List.of(Survival.nothing(), rotating.get(step % rotating.size())));
        for (long seed = 1; seed <= MORE_SURVIVALS; seed++) {
            survivals.add(Survival.inOrder(1_000 * seed + step));
            survivals.add(Survival.anyOrder(1_000 * seed + step));
        }
        return survivals;
    }
}
