package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.filesystem.Site.EL9;
import static org.gridrollout.filesystem.Site.rpm;
import static org.gridrollout.filesystem.Site.taken;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.gridrollout.api.command.RegistryCommand;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.party.TeamId;
import org.gridrollout.api.registry.Enrolment;
import org.gridrollout.api.registry.Product;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.Sla;
import org.gridrollout.api.software.Certification;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.core.engine.RolloutEngine;
import org.gridrollout.core.memory.InMemoryRolloutStore;
import org.gridrollout.testkit.faults.Fault;
import org.gridrollout.testkit.faults.FaultyDisk;
import org.gridrollout.testkit.faults.Survival;
import org.junit.jupiter.api.Test;

/** Invariant 12 of a whole host: its repository's disk stops anywhere, it starts again, sweeps, and both agree. */
class CrashedRolloutTest {

    /** A step of 5 is odd and even in turn; every one by {@code -Dgridrollout.crash.stride=1}. */
    private static final int STRIDE = Integer.getInteger("gridrollout.crash.stride", 5);

    private static final Actor MU = Actor.middlewareUnit("mia");
    private static final TeamId TEAM = TeamId.of("voms-team");
    private static final Actor PACKAGER = Actor.productTeam("tom", TEAM);
    private static final SiteId CERN = SiteId.of("CERN");
    private static final ProductId VOMS = ProductId.of("voms");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void invariant12_storeAndRepositoryAgreeAfterTheNextSweepWhereverTheProcessWasKilled() {
        atEveryStep((step, disk) -> disk.restart());
    }

    @Test
    void invariant12_storeAndRepositoryAgreeAfterTheNextSweepWhereverThePowerFailed() {
        atEveryStep((step, disk) -> disk.losePower(step % 2 == 0 ? Survival.nothing() : Survival.anyOrder(step)));
    }

    private interface End {
        void of(int step, FaultyDisk disk);
    }

    private static void atEveryStep(End end) {
        Host undisturbed = Host.withFirstReleaseInProduction();
        undisturbed.disk.forgetSteps();
        undisturbed.secondRelease().forEach(each -> each.accept(undisturbed));
        int steps = undisturbed.disk.steps().size();
        assertThat(steps).isGreaterThan(100);
        assertThat(undisturbed.states()).containsExactly(RolloutState.SUPERSEDED, RolloutState.IN_PRODUCTION);
        for (int step = 0; step < steps; step += STRIDE) {
            Host host = Host.withFirstReleaseInProduction();
            host.disk.failFrom(step, Fault.STOPPED);
            for (Consumer<Host> each : host.secondRelease()) {
                try {
                    each.accept(host);
                } catch (RepositoryException e) {
                    end.of(step, host.disk);
                    host.start();
                    assertThat(host.engine.sweep().failures()).isEmpty();
                    host.assertStoreAndRepositoryAgree();
                    each.accept(host); // whoever asked sees an error and asks again; refused if it was done
                }
            }
            assertThat(host.rollouts()).as("stopped at step %d", step).isEqualTo(undisturbed.rollouts());
            for (Stage stage : Stage.values()) {
                assertThat(host.repository.current(stage, EL9)).isEqualTo(undisturbed.repository.current(stage, EL9));
            }
        }
    }

    /** A host on a disk that may fail; its store is on another. */
    private static final class Host {

        private final RolloutStore store = new InMemoryRolloutStore();
        private final FaultyDisk disk = FaultyDisk.empty();
        private FilesystemRepository repository;
        private RolloutEngine engine;

        static Host withFirstReleaseInProduction() {
            Host host = new Host();
            host.start();
            host.engine
                    .execute(new RegistryCommand.RegisterProduct(
                            new Product(VOMS, TEAM, Set.of("voms", "voms-clients")), MU))
                    .orThrow();
            host.engine
                    .execute(new RegistryCommand.RegisterSite(new org.gridrollout.api.registry.Site(CERN, ""), MU))
                    .orThrow();
            host.engine
                    .execute(new RegistryCommand.Enrol(
                            new Enrolment(CERN, VOMS, Sla.failuresWithin(Duration.ofDays(7)), NOON, Optional.empty()),
                            MU))
                    .orThrow();
            host.intoProduction("1").forEach(each -> each.accept(host));
            return host;
        }

        void start() {
            repository = FilesystemRepository.at(disk.path("/srv/repository"))
                    .clock(() -> NOON)
                    .open();
            engine = RolloutEngine.builder()
                    .store(store)
                    .repository(repository)
                    .clock(() -> NOON)
                    .build();
        }

        List<Consumer<Host>> secondRelease() {
            return intoProduction("2");
        }

        private List<Consumer<Host>> intoProduction(String version) {
            ReleaseId id = ReleaseId.of("voms-" + version);
            return List.of(
                    host -> host.engine.execute(new RolloutCommand.Contribute(host.release(id, version), PACKAGER)),
                    host -> host.engine.execute(RolloutCommand.Announce.of(id, MU)),
                    host -> host.engine.execute(new RolloutCommand.Expedite(id, "urgent", MU)),
                    host -> host.engine.execute(new RolloutCommand.Promote(id, MU)));
        }

        private Release release(ReleaseId id, String version) {
            return Release.builder()
                    .id(id)
                    .product(VOMS)
                    .label("VOMS " + version)
                    .platform(EL9)
                    .addPackages(taken(repository, rpm("voms", version)))
                    .addPackages(taken(repository, rpm("voms-clients", version)))
                    .certification(new Certification("tom", NOON, "all tests passed"))
                    .build();
        }

        List<Rollout> rollouts() {
            List<Rollout> rollouts = new ArrayList<>();
            for (String version : List.of("1", "2")) {
                engine.rollout(ReleaseId.of("voms-" + version)).ifPresent(rollouts::add);
            }
            return rollouts;
        }

        List<RolloutState> states() {
            return rollouts().stream().map(Rollout::state).toList();
        }

        void assertStoreAndRepositoryAgree() {
            Set<PackageRef> production = new HashSet<>();
            for (Rollout each : rollouts()) {
                assertThat(each.pending()).isEmpty();
                if (each.state() == RolloutState.IN_PRODUCTION) {
                    production.addAll(each.release().packages());
                } else if (each.state() != RolloutState.SUPERSEDED) {
                    assertThat(repository.current(Stage.BETA, EL9).packages())
                            .containsAll(each.release().packages());
                }
            }
            assertThat(repository.current(Stage.PRODUCTION, EL9).packages())
                    .containsExactlyInAnyOrderElementsOf(production);
            Set<String> served = new TreeSet<>();
            production.forEach(each -> served.add(each.sha256().hex()));
            assertThat(ServedTree.wholePackages(repository.directory(Stage.PRODUCTION, EL9)))
                    .isEqualTo(served);
        }
    }
}
