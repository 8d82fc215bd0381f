package org.gridrollout.testkit.simulation;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterTry;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Stage;
import org.gridrollout.core.engine.RecordedEvent;

/** What the invariants are tried on: random histories on random grids, on backends of the subclass. */
abstract class InvariantGround {

    static final int TRIES = 25;

    private final List<Backends> opened = new ArrayList<>();

    /** Fresh, empty backends. */
    protected abstract Backends backends();

    @Provide
    Arbitrary<Grid> grids() {
        return Grid.any();
    }

    @Provide
    Arbitrary<List<Action>> actions() {
        return Action.any().list().ofMinSize(5).ofMaxSize(40);
    }

    @AfterTry
    void closeAll() {
        opened.forEach(Backends::close);
        opened.clear();
    }

    final Backends open() {
        Backends backends = backends();
        opened.add(backends);
        return backends;
    }

    final GridSimulation run(Grid setting, List<Action> actions, int looks) {
        GridSimulation grid = new GridSimulation(open(), setting, looks, Stage.BETA);
        actions.forEach(grid::perform);
        grid.sweep();
        return grid;
    }

    final GridSimulation repeated(Grid setting, GridSimulation once, int looks) {
        GridSimulation grid = new GridSimulation(open(), setting, looks, Stage.BETA);
        grid.repeat(once);
        grid.sweep();
        return grid;
    }

    static List<Rollout> run(GridSimulation grid, List<Action> actions) {
        actions.forEach(grid::perform);
        grid.sweep();
        return grid.rollouts();
    }

    static List<RolloutEvent> history(GridSimulation grid, ReleaseId release) {
        return grid.engine().history(release).stream().map(RecordedEvent::event).toList();
    }
}
