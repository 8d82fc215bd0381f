package org.gridrollout.testkit.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.notice.Notice;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.PackageRepository;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.core.engine.RolloutEngine;

/** A grid that several engines run at once, on one store and one repository, as several hosts would. */
final class SharedGrid {

    private final Backends backends;
    private final CountingRepository repository;
    private final Contributions contributions;
    private final List<RolloutEngine> engines;
    private final List<Notice> told = Collections.synchronizedList(new ArrayList<>());
    private final Instant beginning;
    private final AtomicLong hours = new AtomicLong();
    private final AtomicInteger incidents = new AtomicInteger();

    private SharedGrid(Backends backends, Grid grid, int engines, Turns turns) {
        this.backends = backends;
        this.beginning = grid.beginning();
        this.contributions = new Contributions(backends, GridSimulation.PLATFORM);
        this.repository = new CountingRepository(backends.repository());
        RolloutStore store = turns.watched(RolloutStore.class, backends.store());
        PackageRepository watched = turns.watched(PackageRepository.class, repository);
        this.engines = IntStream.range(0, engines)
                .mapToObj(each -> RolloutEngine.builder()
                        .store(store)
                        .repository(watched)
                        .policy(grid.policy())
                        .announcer(told::addAll)
                        .clock(this::now)
                        .build())
                .toList();
        Cast.register(this.engines.get(0), grid, grid.beginning());
    }

    /** Each engine plays a list of its own, while time passes for all; when all are done, each of them sweeps once more. */
    static SharedGrid played(Backends backends, Grid grid, List<List<Action>> lists, Turns turns) {
        SharedGrid shared = new SharedGrid(backends, grid, lists.size(), turns);
        List<Runnable> runners = new ArrayList<>();
        for (int i = 0; i < lists.size(); i++) {
            RolloutEngine engine = shared.engines.get(i);
            List<Action> actions = lists.get(i);
            runners.add(() -> actions.forEach(each -> {
                shared.pass(each);
                shared.perform(engine, each);
            }));
        }
        turns.run(runners);
        shared.engines.forEach(RolloutEngine::sweep);
        return shared;
    }

    /** The same in rounds: what the engines do together they do in one instant, and time passes in between. */
    static SharedGrid playedInRounds(Backends backends, Grid grid, List<List<Action>> lists, Turns turns) {
        SharedGrid shared = new SharedGrid(backends, grid, lists.size(), turns);
        int rounds = lists.stream().mapToInt(List::size).max().orElse(0);
        for (int round = 0; round < rounds; round++) {
            List<Runnable> runners = new ArrayList<>();
            for (int i = 0; i < lists.size(); i++) {
                if (round < lists.get(i).size()) {
                    RolloutEngine engine = shared.engines.get(i);
                    Action action = lists.get(i).get(round);
                    shared.pass(action);
                    runners.add(() -> shared.perform(engine, action));
                }
            }
            turns.run(runners);
        }
        shared.engines.forEach(RolloutEngine::sweep);
        return shared;
    }

    RolloutEngine engine() {
        return engines.get(0);
    }

    Backends backends() {
        return backends;
    }

    CountingRepository repository() {
        return repository;
    }

    List<ReleaseId> releases() {
        return contributions.accepted();
    }

    List<Rollout> rollouts() {
        return contributions.rollouts(engine());
    }

    /** What the announcers were handed, as often as they were. */
    List<Notice> told() {
        return List.copyOf(told);
    }

    private void perform(RolloutEngine engine, Action any) {
        List<Rollout> rollouts = contributions.rollouts(engine);
        Aim aim = new Aim(rollouts);
        Action action = aim.at(any);
        switch (action.kind()) {
            case PASS_TIME -> engine.sweep();
            case CONTRIBUTE ->
                contributions.ask(engine, contributions.next(action.choice() % 4 == 0, Optional.empty()));
            case CONTRIBUTE_FIX ->
                aim.faulty()
                        .ifPresent(
                                each -> contributions.ask(engine, contributions.next(false, Optional.of(each.id()))));
            default -> {
                if (!rollouts.isEmpty()) {
                    new Attempts(rollouts, now(), Stage.BETA)
                            .command(action, IncidentId.of("I" + incidents.incrementAndGet()))
                            .ifPresent(engine::execute);
                }
            }
        }
    }

    private void pass(Action action) {
        hours.addAndGet(action.kind() == Action.Kind.PASS_TIME ? 1 + action.choice() : 1);
    }

    private Instant now() {
        return beginning.plus(Duration.ofHours(hours.get()));
    }
}
