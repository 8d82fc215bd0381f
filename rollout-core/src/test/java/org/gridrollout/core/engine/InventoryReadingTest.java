package org.gridrollout.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.core.engine.SmallGrid.CERN;
import static org.gridrollout.core.engine.SmallGrid.DESY;
import static org.gridrollout.core.engine.SmallGrid.EL9;
import static org.gridrollout.core.engine.SmallGrid.KIT;
import static org.gridrollout.core.engine.SmallGrid.MU;
import static org.gridrollout.core.engine.SmallGrid.at;
import static org.gridrollout.core.engine.SmallGrid.evr;
import static org.gridrollout.core.engine.SmallGrid.versions;

import java.util.Arrays;
import java.util.List;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.registry.Inventory;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.spi.DeploymentSource;
import org.junit.jupiter.api.Test;

/** What an information system says of many sites at once. */
class InventoryReadingTest {

    private final SmallGrid grid = new SmallGrid();

    @Test
    void readingIsTakenOverForEverySite() {
        ReleaseId release = grid.contribute("2.1.0");
        InventoryReport report = grid.engine.readInventory(
                source(inventory(CERN, "2.1.0"), inventory(DESY, "2.0.0"), inventory(KIT, "2.1.0")), MU);
        assertThat(report).isEqualTo(new InventoryReport(3, List.of()));
        assertThat(grid.running(release)).containsExactly(CERN, KIT);
    }

    @Test
    void siteThatFailsIsReportedAndStopsNoOther() {
        InventoryReport report = grid.engine.readInventory(
                source(inventory(SiteId.of("NOWHERE"), "2.1.0"), inventory(DESY, "2.1.0")), MU);
        assertThat(report.read()).isEqualTo(2);
        assertThat(report.failures()).containsExactly("NOWHERE on el9/x86_64: Site NOWHERE is not registered.");
        assertThat(grid.installed(DESY)).containsKey("voms");
    }

    @Test
    void siteWhoseReportCannotBeKeptIsReportedAndComesAgain() {
        grid.commitsLeft(0);
        InventoryReport report = grid.engine.readInventory(source(inventory(CERN, "2.1.0")), MU);
        assertThat(report.failures()).containsExactly("CERN-PROD on el9/x86_64: no power");
        grid.powerIsBack();
        assertThat(grid.engine
                        .readInventory(source(inventory(CERN, "2.1.0")), MU)
                        .failures())
                .isEmpty();
        assertThat(grid.installed(CERN)).containsKey("voms");
    }

    @Test
    void readerWhoMayNotSpeakForASiteIsRefusedThereOnly() {
        Actor atCern = at(CERN);
        InventoryReport report =
                grid.engine.readInventory(source(inventory(DESY, "2.1.0"), inventory(CERN, "2.1.0")), atCern);
        assertThat(report.failures()).hasSize(1).first().asString().contains("speaks neither for site DESY-HH");
        assertThat(grid.installed(CERN)).containsKey("voms");
    }

    @Test
    void readingOlderThanWhatTheSiteSaidItselfIsLeftOut() {
        grid.report(CERN, "voms", "2.2.0");
        Inventory old = new Inventory(CERN, EL9, versions("voms", "2.1.0"), grid.now.minusSeconds(60));
        assertThat(grid.engine.readInventory(source(old), MU).failures()).hasSize(1);
        assertThat(grid.installed(CERN).get("voms").version()).isEqualTo(evr("2.2.0"));
    }

    @Test
    void sourceThatCannotBeReadIsReported() {
        DeploymentSource broken = new DeploymentSource() {
            @Override
            public String name() {
                return "top-BDII";
            }

            @Override
            public List<Inventory> read() {
                throw new IllegalStateException("connection refused");
            }
        };
        assertThat(grid.engine.readInventory(broken, MU))
                .isEqualTo(new InventoryReport(0, List.of("top-BDII could not be read: connection refused")));
    }

    private Inventory inventory(SiteId site, String version) {
        return new Inventory(site, EL9, versions("voms", version, "voms-clients", version), grid.now);
    }

    private static DeploymentSource source(Inventory... inventories) {
        return new DeploymentSource() {
            @Override
            public String name() {
                return "top-BDII";
            }

            @Override
            public List<Inventory> read() {
                return Arrays.asList(inventories);
            }
        };
    }
}
