package org.gridrollout.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gridrollout.api.command.SiteRegistryCommand.ReportVersions;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.registry.Installations;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.core.engine.VersionActions.Action;

/** Whatever sites report, and wherever the power goes. */
class VersionReportsProperties {

    @Provide
    Arbitrary<List<Action>> actions() {
        return VersionActions.actions();
    }

    @Property(tries = 150)
    void inventoryIsTheLastReport(@ForAll("actions") List<Action> actions) {
        VersionActions life = lived(actions);
        life.reported.forEach(
                (site, installed) -> assertThat(versions(life.grid, site)).isEqualTo(installed));
    }

    @Property(tries = 150)
    void sitesRunExactlyTheReleasesThatTheirInventoriesMatch(@ForAll("actions") List<Action> actions) {
        VersionActions life = lived(actions);
        for (ReleaseId release : life.releases) {
            Rollout rollout = life.grid.rollout(release);
            if (rollout.state() != RolloutState.REFUSED) {
                List<SiteId> matching = SmallGrid.SITES.stream()
                        .filter(site -> runs(rollout, life.reported.getOrDefault(site, Map.of())))
                        .toList();
                assertThat(life.grid.running(release)).as("%s", rollout).isEqualTo(matching);
            }
        }
    }

    @Property(tries = 150)
    void invariant05_floorOnlyRisesAndIsAboveEverythingSeen(@ForAll("actions") List<Action> actions) {
        VersionActions life = new VersionActions();
        Map<String, Evr> floor = Map.of();
        for (Action each : actions) {
            life.perform(each);
            life.settle();
            Map<String, Evr> after = life.grid.floor();
            assertAbove(after, floor);
            life.reported.values().forEach(installed -> assertAbove(after, ofVoms(installed)));
            floor = after;
        }
    }

    @Property(tries = 100)
    void reportingTwiceIsReportingOnce(@ForAll("actions") List<Action> actions) {
        VersionActions life = lived(actions);
        long position = life.grid.store.head().position();
        Map<SiteId, Installations> known = new TreeMap<>();
        life.reported.keySet().forEach(site -> known.put(site, inventory(life.grid, site)));
        life.grid.now = life.grid.now.plusSeconds(60);
        life.reported.forEach((site, installed) ->
                life.grid.accept(new ReportVersions(site, SmallGrid.EL9, installed, SmallGrid.at(site))));
        assertThat(life.grid.store.head().position()).isEqualTo(position);
        known.forEach((site, before) -> assertThat(inventory(life.grid, site)).isEqualTo(before));
    }

    @Property(tries = 20)
    void orderOfComponentsDoesNotMatter(@ForAll("actions") List<Action> actions, @ForAll Random random) {
        VersionActions life = lived(actions);
        for (Map<String, Evr> installed : life.reported.values()) {
            List<String> names = new ArrayList<>(installed.keySet());
            Collections.shuffle(names, random);
            Map<String, Evr> shuffled = new LinkedHashMap<>();
            names.forEach(each -> shuffled.put(each, installed.get(each)));
            assertThat(inventoryAfter(actions, shuffled)).isEqualTo(inventoryAfter(actions, installed));
        }
    }

    private static String inventoryAfter(List<Action> actions, Map<String, Evr> installed) {
        VersionActions life = lived(actions);
        life.grid.accept(new ReportVersions(SmallGrid.KIT, SmallGrid.EL9, installed, SmallGrid.MU));
        StringBuilder all = new StringBuilder();
        life.grid
                .store
                .journal(0, 10_000)
                .forEach(each -> all.append(each.entry().body()));
        return all + inventory(life.grid, SmallGrid.KIT).toString();
    }

    private static VersionActions lived(List<Action> actions) {
        VersionActions life = new VersionActions();
        actions.forEach(life::perform);
        life.settle();
        return life;
    }

    private static Installations inventory(SmallGrid grid, SiteId site) {
        return grid.engine.installations(site, SmallGrid.EL9).orElse(Installations.none(site, SmallGrid.EL9));
    }

    private static Map<String, Evr> versions(SmallGrid grid, SiteId site) {
        Map<String, Evr> versions = new TreeMap<>();
        inventory(grid, site)
                .components()
                .forEach((component, installed) -> versions.put(component, installed.version()));
        return versions;
    }

    /** The rule in other words than the engine's. */
    private static boolean runs(Rollout rollout, Map<String, Evr> installed) {
        List<PackageRef> present = rollout.release().packages().stream()
                .filter(each -> installed.containsKey(each.component()))
                .toList();
        return !present.isEmpty()
                && present.stream()
                        .allMatch(each -> installed
                                .get(each.component())
                                .equals(each.nevra().evr()));
    }

    private static Map<String, Evr> ofVoms(Map<String, Evr> installed) {
        Map<String, Evr> own = new TreeMap<>(installed);
        own.remove("openssl");
        return own;
    }

    private static void assertAbove(Map<String, Evr> floor, Map<String, Evr> seen) {
        seen.forEach((component, version) -> {
            assertThat(floor).containsKey(component);
            assertThat(SmallGrid.RPM.compare(floor.get(component), version)).isNotNegative();
        });
    }
}
