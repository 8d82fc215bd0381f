package org.gridrollout.testkit.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.command.Command;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Stage;
import org.gridrollout.core.engine.Outcome;
import org.gridrollout.core.engine.RolloutEngine;

/** A small grid on a clock of its own: one product of two components, up to three rollout sites. Not thread-safe. */
public final class GridSimulation {

    /** A command and when it was given. */
    record Asked(Instant at, Command command) {}

    /** The platform everything is released for. */
    public static final Platform PLATFORM = Platform.parse("el9/x86_64");

    private final Backends backends;
    private final Stage installedFrom;
    private final RolloutEngine engine;
    private final int looks;
    private final Contributions contributions;
    private final List<Asked> asked = new ArrayList<>();
    private Instant now;
    private int incidents;

    /** @param looks into how many parts passing time is cut, with a sweep after each; 0 for no sweep at all */
    public GridSimulation(Backends backends, int looks) {
        this(backends, Grid.SIMPLE, looks, Stage.BETA);
    }

    /**
     * @param looks into how many parts passing time is cut, with a sweep after each; 0 for no sweep at all
     * @param installedFrom which repository filed incidents name
     */
    public GridSimulation(Backends backends, Grid grid, int looks, Stage installedFrom) {
        this.backends = backends;
        this.contributions = new Contributions(backends, PLATFORM);
        this.looks = looks;
        this.installedFrom = installedFrom;
        this.now = grid.beginning();
        this.engine = RolloutEngine.builder()
                .store(backends.store())
                .repository(backends.repository())
                .policy(grid.policy())
                .clock(() -> now)
                .build();
        Cast.register(engine, grid, now);
    }

    /** The engine, to ask. */
    public RolloutEngine engine() {
        return engine;
    }

    /** Its backends. */
    public Backends backends() {
        return backends;
    }

    /** Releases accepted so far, oldest first. */
    public List<ReleaseId> releases() {
        return contributions.accepted();
    }

    /** All rollouts as they are. */
    public List<Rollout> rollouts() {
        return contributions.rollouts(engine);
    }

    /** What clients are offered. */
    public List<PackageRef> offered(Stage stage) {
        return backends.repository().current(stage, PLATFORM).packages();
    }

    /** Somebody tries something, an hour after the last one did; what came of it, if anything was tried. */
    public Optional<Outcome> perform(Action any) {
        pass(Duration.ofHours(1));
        List<Rollout> rollouts = rollouts();
        Aim aim = new Aim(rollouts);
        Action action = aim.at(any);
        return switch (action.kind()) {
            case PASS_TIME -> {
                pass(Duration.ofHours(action.choice()));
                yield Optional.empty();
            }
            case CONTRIBUTE -> Optional.of(ask(contributions.next(action.choice() % 4 == 0, Optional.empty())));
            case CONTRIBUTE_FIX -> aim.faulty().map(each -> ask(contributions.next(false, Optional.of(each.id()))));
            default -> command(rollouts, action, "I" + ++incidents).map(this::ask);
        };
    }

    /** Asks the same at the same instants, however this grid looks in between; then time passes to the same end. */
    void repeat(GridSimulation other) {
        for (Asked each : other.asked) {
            pass(Duration.between(now, each.at()));
            ask(each.command());
        }
        pass(Duration.between(now, other.now));
    }

    /** Somebody who has no right to it tries it, in this very moment; what came of it, if it can be tried at all. */
    public Optional<Outcome> tryAs(Actor intruder, Action any) {
        List<Rollout> rollouts = rollouts();
        return command(rollouts, new Aim(rollouts).at(any), "I-intruder")
                .filter(command -> Intruders.hasNoRight(intruder, command))
                .map(command -> engine.execute(Intruders.as(intruder, command)));
    }

    /** Everything due is done. */
    public void sweep() {
        engine.sweep();
    }

    private Optional<Command> command(List<Rollout> rollouts, Action action, String incident) {
        return rollouts.isEmpty()
                ? Optional.empty()
                : new Attempts(rollouts, now, installedFrom).command(action, IncidentId.of(incident));
    }

    private Outcome ask(Command command) {
        asked.add(new Asked(now, command));
        return command instanceof RolloutCommand.Contribute contribute
                ? contributions.ask(engine, contribute)
                : engine.execute(command);
    }

    private void pass(Duration duration) {
        Instant end = now.plus(duration);
        for (int i = 0; i < looks; i++) {
            now = now.plus(duration.dividedBy(looks + 1L));
            engine.sweep();
        }
        now = end;
    }
}
