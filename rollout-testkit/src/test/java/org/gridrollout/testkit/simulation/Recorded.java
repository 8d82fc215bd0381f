package org.gridrollout.testkit.simulation;

import java.util.ArrayList;
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
                        Arbitraries.oneOf(
                                Action.any().list().ofMinSize(5).ofMaxSize(40),
                                chapter(0),
                                Combinators.combine(chapter(0), chapter(1)).as(Recorded::behind)),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of(true, false))
                .as(Recorded::new);
    }

    /** How it ought to go with one release, and anything else in between. */
    private static Arbitrary<List<Action>> chapter(int release) {
        Arbitrary<Integer> hours = Arbitraries.integers().between(1, 300).withoutEdgeCases();
        return Combinators.combine(
                        hours,
                        hours,
                        hours,
                        Arbitraries.integers().between(0, 1),
                        Action.any().list().ofMaxSize(7))
                .as((first, second, third, site, others) -> {
                    List<Action> chapter = new ArrayList<>(List.of(
                            new Action(Action.Kind.CONTRIBUTE, release, 1),
                            new Action(Action.Kind.ANNOUNCE, release, 0),
                            new Action(Action.Kind.DEPLOY, release, site),
                            new Action(Action.Kind.PASS_TIME, release, first),
                            new Action(Action.Kind.PROMOTE, release, 0),
                            new Action(Action.Kind.PASS_TIME, release, second),
                            new Action(Action.Kind.PROMOTE, release, 0),
                            new Action(Action.Kind.PASS_TIME, release, third)));
                    for (int i = 0; i < others.size(); i++) {
                        chapter.add(2 * i + 1, others.get(i));
                    }
                    return chapter;
                });
    }

    private static List<Action> behind(List<Action> first, List<Action> second) {
        List<Action> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
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
