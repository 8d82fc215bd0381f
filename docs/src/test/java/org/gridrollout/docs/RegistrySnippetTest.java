package org.gridrollout.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridrollout.api.command.RegistryCommand.RegisterProduct;
import org.gridrollout.api.command.RegistryCommand.RegisterSite;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.party.TeamId;
import org.gridrollout.api.registry.Inventory;
import org.gridrollout.api.registry.Product;
import org.gridrollout.api.registry.SelectionCriteria;
import org.gridrollout.api.registry.Site;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.spi.DeploymentSource;
import org.gridrollout.core.engine.InventoryReport;
import org.gridrollout.core.engine.RolloutEngine;
import org.gridrollout.core.memory.InMemoryPackageRepository;
import org.gridrollout.core.memory.InMemoryRolloutStore;
import org.gridrollout.core.register.Adoption;
import org.gridrollout.core.register.Concern;
import org.gridrollout.core.register.Sighting;
import org.gridrollout.core.register.VersionRegister;
import org.gridrollout.core.version.RpmVersionScheme;
import org.junit.jupiter.api.Test;

/** The snippets about who covers and who runs what. */
class RegistrySnippetTest {

    private final Actor manager = Actor.middlewareUnit("mia");
    private final Platform el9 = Platform.parse("el9/x86_64");
    private final SiteId cern = SiteId.of("CERN-PROD");
    private final List<String> logged = new ArrayList<>();
    private final RolloutEngine engine = RolloutEngine.builder()
            .store(new InMemoryRolloutStore())
            .repository(new InMemoryPackageRepository())
            .build();

    @Test
    void coverageBeforeAReleaseIsAnnounced() {
        // snippet:coverage
        Product voms = new Product(ProductId.of("voms"), TeamId.of("voms-team"), Set.of("voms", "voms-clients"))
                .withPlatforms(Set.of(el9))
                .withCriteria(SelectionCriteria.builder()
                        .addProfiles("tier-1", "tier-2")
                        .platformNeeded(true)
                        .reportWithin(Duration.ofDays(7))
                        .build());
        engine.execute(new RegisterProduct(voms, manager)).orThrow();
        engine.execute(new RegisterSite(
                        new Site(cern, "grid@cern.ch").withProfile("tier-1").withPlatforms(Set.of(el9)), manager))
                .orThrow();

        engine.coverage().gaps().forEach(each -> log(each.sentence())); // whom to recruit, before anything waits
        // end

        assertThat(logged)
                .containsExactly("No rollout site covers voms on el9/x86_64."
                        + " CERN-PROD would meet the criteria and is not enrolled.");
    }

    @Test
    void whoRunsWhat() {
        coverageBeforeAReleaseIsAnnounced();
        DeploymentSource informationSystem = source(
                new Inventory(cern, el9, Map.of("voms", Evr.of("2.0.9", "1.el9")), Instant.now()),
                new Inventory(SiteId.of("NOWHERE"), el9, Map.of(), Instant.now()));
        ReleaseId release = ReleaseId.of("voms-2.1.0");
        VersionRegister register = new VersionRegister(new RpmVersionScheme()); // the host keeps it

        // snippet:versions
        InventoryReport report = engine.readInventory(informationSystem, manager); // as often as you like
        report.failures().forEach(this::log); // one site's trouble stops no other

        engine.update(register); // takes in what is new in the journal
        List<Sighting> running = register.running("voms"); // who runs which version, and since when
        List<Sighting> old = register.below("voms", el9, Evr.of("2.1.0", "1.el9"));
        List<Concern> concerns = register.concerns(); // faulty, rejected, withdrawn or out of support
        List<Adoption> course = register.adoption(release); // the share of sites, over time
        // end

        assertThat(running).extracting(Sighting::site).containsExactly(cern);
        assertThat(old).isEqualTo(running);
        assertThat(concerns).isEmpty();
        assertThat(course).isEmpty();
        assertThat(logged).contains("NOWHERE on el9/x86_64: Site NOWHERE is not registered.");
    }

    private static DeploymentSource source(Inventory... inventories) {
        return new DeploymentSource() {
            @Override
            public String name() {
                return "information system";
            }

            @Override
            public List<Inventory> read() {
                return List.of(inventories);
            }
        };
    }

    private void log(String text) {
        logged.add(text);
    }
}
