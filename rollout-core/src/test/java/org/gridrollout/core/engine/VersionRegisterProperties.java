package org.gridrollout.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.rollout.Deployment;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.core.engine.VersionActions.Action;
import org.gridrollout.core.register.Adoption;
import org.gridrollout.core.register.Running;
import org.gridrollout.core.register.Sighting;
import org.gridrollout.core.register.VersionRegister;

/** The register says what the engine knows, however it was fed. */
class VersionRegisterProperties {

    @Provide
    Arbitrary<List<Action>> actions() {
        return VersionActions.actions();
    }

    @Property(tries = 100)
    void feedingBitByBitIsFeedingAtOnce(@ForAll("actions") List<Action> actions) {
        VersionActions life = new VersionActions();
        VersionRegister kept = new VersionRegister(SmallGrid.RPM);
        for (Action each : actions) {
            life.perform(each);
            life.grid.engine.update(kept);
            life.grid.engine.update(kept);
        }
        assertThat(everything(kept, life)).isEqualTo(everything(life.grid.register(), life));
    }

    @Property(tries = 100)
    void componentsAreWhereTheInventoriesHaveThem(@ForAll("actions") List<Action> actions) {
        VersionActions life = lived(actions);
        for (String component : List.of("voms", "voms-clients", "openssl")) {
            Map<SiteId, Evr> expected = new TreeMap<>();
            life.reported.forEach((site, installed) -> {
                if (installed.containsKey(component)) {
                    expected.put(site, installed.get(component));
                }
            });
            Map<SiteId, Evr> found = new TreeMap<>();
            for (Sighting each : life.grid.register().running(component)) {
                found.put(each.site(), each.version());
                assertThat(each.since())
                        .isEqualTo(
                                life.grid.installed(each.site()).get(component).since());
            }
            assertThat(found).isEqualTo(expected);
        }
    }

    @Property(tries = 100)
    void releasesRunWhereTheirRolloutsSay(@ForAll("actions") List<Action> actions) {
        VersionActions life = lived(actions);
        for (ReleaseId release : life.releases) {
            assertThat(life.grid.register().running(release))
                    .containsExactlyInAnyOrderElementsOf(life.grid.rollout(release).deployments().stream()
                            .filter(each -> each.until().isEmpty())
                            .map(each -> new Running(each.site(), each.since()))
                            .toList());
        }
    }

    @Property(tries = 100)
    void adoptionAddsUpToTheDeploymentsAndIsAShare(@ForAll("actions") List<Action> actions) {
        VersionActions life = lived(actions);
        for (ReleaseId release : life.releases) {
            List<Adoption> course = life.grid.register().adoption(release);
            assertThat(course).extracting(Adoption::from).isSorted().doesNotHaveDuplicates();
            for (Adoption each : course) {
                assertThat(each.share()).isBetween(0.0, 1.0);
                assertThat(each.running()).isEqualTo(running(life, release, each.from()));
            }
        }
    }

    private static int running(VersionActions life, ReleaseId release, Instant at) {
        return (int) life.grid.rollout(release).deployments().stream()
                .filter(each -> runsAt(each, at))
                .count();
    }

    private static boolean runsAt(Deployment deployment, Instant at) {
        return !deployment.since().isAfter(at)
                && deployment.until().filter(until -> !until.isAfter(at)).isEmpty();
    }

    private static VersionActions lived(List<Action> actions) {
        VersionActions life = new VersionActions();
        actions.forEach(life::perform);
        life.settle();
        return life;
    }

    private static List<Object> everything(VersionRegister register, VersionActions life) {
        List<Object> everything = new ArrayList<>();
        List.of("voms", "voms-clients", "openssl").forEach(each -> everything.add(register.running(each)));
        for (ReleaseId each : life.releases) {
            everything.add(register.running(each));
            everything.add(register.adoption(each));
        }
        everything.add(register.concerns());
        everything.add(register.position());
        return everything;
    }
}
