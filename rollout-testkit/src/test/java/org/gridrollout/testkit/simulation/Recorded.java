package org.gridrollout.testkit.simulation;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.software.Stage;

/**
 * A random history in memory, with what people without the right tried in between.
 *
 * @param intruding every how many actions an intruder tries the same; 0 for never
 * @param swept whether somebody swept at the end
 */
record Recorded(Grid setting, List<Action> actions, int looks, int intruding, boolean swept) {

    static Arbitrary<Recorded> any() {
        return Combinators.combine(
                        Grid.any(),
                        Action.any().list().ofMinSize(5).ofMaxSize(40),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of(true, false))
                .as(Recorded::new);
    }

    GridSimulation grid() {
        return new GridSimulation(new InMemoryRolloutProperties().backends(), setting, looks, Stage.BETA);
    }

    GridSimulation played() {
        GridSimulation grid = grid();
        for (int i = 0; i < actions.size(); i++) {
            grid.perform(actions.get(i));
            if (intruding > 0 && i % intruding == 0) {
                Actor intruder = Intruders.ALL.get(i % Intruders.ALL.size());
                grid.tryAs(intruder, actions.get(i));
            }
        }
        if (swept) {
            grid.sweep();
        }
        return grid;
    }
}
