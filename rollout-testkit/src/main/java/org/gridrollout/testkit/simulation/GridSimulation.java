package org.gridrollout.testkit.simulation;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridrollout.api.command.Command;
import org.gridrollout.api.command.RegistryCommand;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.registry.Enrolment;
import org.gridrollout.api.registry.Product;
import org.gridrollout.api.registry.Site;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.software.Certification;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Stage;
import org.gridrollout.core.engine.Outcome;
import org.gridrollout.core.engine.RolloutEngine;

/** A small grid on a clock of its own: one product of two components, up to three rollout sites. Not thread-safe. */
public final class GridSimulation {

    /** The platform everything is released for. */
    public static final Platform PLATFORM = Platform.parse("el9/x86_64");

    private final Backends backends;
    private final Grid grid;
    private final Stage installedFrom;
    private final RolloutEngine engine;
    private final int looks;
    private final List<ReleaseId> releases = new ArrayList<>();
    private Instant now;
    private int versions;
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
        this.grid = grid;
        this.looks = looks;
        this.installedFrom = installedFrom;
        this.now = grid.beginning();
        this.engine = RolloutEngine.builder()
                .store(backends.store())
                .repository(backends.repository())
                .policy(grid.policy())
                .clock(() -> now)
                .build();
        register();
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
        return List.copyOf(releases);
    }

    /** All rollouts as they are. */
    public List<Rollout> rollouts() {
        return releases.stream().map(each -> engine.rollout(each).orElseThrow()).toList();
    }

    /** What clients are offered. */
    public List<PackageRef> offered(Stage stage) {
        return backends.repository().current(stage, PLATFORM).packages();
    }

    /** Somebody tries something, an hour after the last one did; what came of it, if anything was tried. */
    public Optional<Outcome> perform(Action action) {
        pass(Duration.ofHours(1));
        return switch (action.kind()) {
            case PASS_TIME -> {
                pass(Duration.ofHours(action.choice()));
                yield Optional.empty();
            }
            case CONTRIBUTE -> Optional.of(contribute(action.choice() % 4 == 0, Optional.empty()));
            case CONTRIBUTE_FIX -> attempts().faulty().map(faulty -> contribute(false, Optional.of(faulty.id())));
            default ->
                releases.isEmpty()
                        ? Optional.empty()
                        : attempts()
                                .command(action, IncidentId.of("I" + ++incidents))
                                .map(engine::execute);
        };
    }

    /** Somebody who has no right to it tries it, in this very moment; what came of it, if it can be tried at all. */
    public Optional<Outcome> tryAs(Actor intruder, Action action) {
        return releases.isEmpty()
                ? Optional.empty()
                : attempts()
                        .command(action, IncidentId.of("I-intruder"))
                        .filter(command -> Intruders.hasNoRight(intruder, command))
                        .map(command -> engine.execute(Intruders.as(intruder, command)));
    }

    /** Everything due is done. */
    public void sweep() {
        engine.sweep();
    }

    private Attempts attempts() {
        return new Attempts(rollouts(), now, installedFrom);
    }

    private void pass(Duration duration) {
        Instant end = now.plus(duration);
        for (int i = 0; i < looks; i++) {
            now = now.plus(duration.dividedBy(looks + 1L));
            engine.sweep();
        }
        now = end;
    }

    private Outcome contribute(boolean sameVersionAgain, Optional<ReleaseId> restores) {
        versions += sameVersionAgain && versions > 0 ? 0 : 1;
        ReleaseId id = ReleaseId.of("voms-" + (releases.size() + 1));
        Release release = Release.builder()
                .id(id)
                .product(Cast.PRODUCT)
                .label("VOMS")
                .platform(PLATFORM)
                .packages(List.of(take("voms"), take("voms-clients")))
                .certification(new Certification("tom", Instant.EPOCH, ""))
                .restores(restores)
                .build();
        Outcome outcome = engine.execute(new RolloutCommand.Contribute(release, Cast.PACKAGER));
        if (outcome instanceof Outcome.Accepted) {
            releases.add(id);
        }
        return outcome;
    }

    private PackageRef take(String component) {
        Nevra nevra = new Nevra(component, Evr.of("1." + versions, "1.el9"), "x86_64");
        byte[] file = backends.packageFile(nevra);
        return backends.repository()
                .intake(new ByteArrayInputStream(file), nevra.toString())
                .ref();
    }

    private void register() {
        execute(new RegistryCommand.RegisterProduct(
                new Product(Cast.PRODUCT, Cast.TEAM, Set.of("voms", "voms-clients")), Cast.MU));
        Cast.SITES.forEach(each -> execute(new RegistryCommand.RegisterSite(new Site(each, ""), Cast.MU)));
        for (int i = 0; i < grid.terms().size(); i++) {
            Enrolment enrolment =
                    new Enrolment(Cast.SITES.get(i), Cast.PRODUCT, grid.terms().get(i), now, Optional.empty());
            execute(new RegistryCommand.Enrol(enrolment, Cast.MU));
        }
    }

    private void execute(Command command) {
        engine.execute(command).orThrow();
    }
}
