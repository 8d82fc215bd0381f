package org.gridrollout.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.rollout.Deployment.Basis;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.sla.Reporting;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.core.engine.RecordedEvent;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private final JournalWriter writer = new JournalWriter("2026-03-02T08:00:00Z");

    @Test
    void journalHasToBeReadFromItsBeginning() {
        writer.announced("voms-1", "voms");
        Metrics metrics = Metrics.empty();
        RecordedEvent second = writer.journal().get(1);
        assertThatThrownBy(() -> metrics.apply(second))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("voms-1")
                .hasMessageContaining("read the journal from its beginning");
        assertThat(metrics.position()).as("nothing was counted").isZero();
    }

    @Test
    void eventThatCannotHappenChangesNothing() {
        ReleaseId release = writer.contribute("voms-1", "voms");
        Metrics metrics = Metrics.empty();
        metrics.applyAll(writer.journal());
        JournalWriter another = new JournalWriter("2026-03-02T09:00:00Z");
        another.announced("voms-1", "voms");
        RecordedEvent announced = another.journal().get(2);
        RecordedEvent tooEarly =
                new RecordedEvent(9, release, announced.recordedAt(), announced.actor(), announced.event());
        assertThatThrownBy(() -> metrics.apply(tooEarly))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("ANNOUNCED cannot happen in CONTRIBUTED");
        assertThat(metrics.position()).isEqualTo(1);
    }

    @Test
    void sitesAndProductsAreKnownByName() {
        writer.announced("voms-1", "voms", report("KIT"), report("CERN"));
        writer.announced("fts-1", "fts", report("DESY"));
        Metrics metrics = Metrics.empty();
        metrics.applyAll(writer.journal());
        assertThat(metrics.sites()).containsExactly(SiteId.of("CERN"), SiteId.of("DESY"), SiteId.of("KIT"));
        assertThat(metrics.products()).containsExactly(ProductId.of("fts"), ProductId.of("voms"));
    }

    @Test
    void tablesAreForPeople() {
        ReleaseId voms = writer.announced("voms-1", "voms", report("CERN"), report("DESY"), report("KIT"));
        writer.deploy(voms, "CERN", Basis.ASKED);
        writer.pass(Duration.ofHours(30)).end(voms, "report:CERN", ObligationOutcome.MET);
        writer.pass(Duration.ofDays(7)).end(voms, "report:DESY", ObligationOutcome.MET);
        writer.end(voms, "report:KIT", ObligationOutcome.EXCUSED);
        Metrics metrics = Metrics.empty();
        metrics.applyAll(writer.journal());
        List<SiteScorecard> cards = metrics.sites().stream()
                .map(each -> metrics.site(each, Period.ALWAYS))
                .toList();
        assertThat(Scorecards.table(cards)).isEqualTo("""
                site  due  met  missed  excused  unknown  honour                          coverage  faults missed  incidents
                CERN  1    1    0       0        0        100.0 %                         100.0 %   0              0
                DESY  1    0    0       0        1        undefined, not to be relied on  0.0 %     0              0
                KIT   1    0    0       1        0        undefined                       0.0 %     0              0
                """);
        assertThat(cards.get(0)).hasToString("""
                Site CERN, always
                duty    due  met  missed  excused  unknown  pending  honour   median   90 %     longest
                report  1    1    0       0        0        0        100.0 %  1 d 6 h  1 d 6 h  1 d 6 h
                honour: 100.0 %, unknown: 0.0 % (0 of 1), faults missed: 0
                coverage: 100.0 % (1 of 1), declined: 0
                incidents: 0 filed, 0 critical, 0 not critical, 0 no problem, 0 duplicates, 0 undecided
                """);
        assertThat(metrics.product(ProductId.of("voms"), Period.ALWAYS).toString())
                .contains("releases: 1 contributed", "1 in flight", "superseded before evidence: undefined");
        assertThat(metrics.middlewareUnit(Period.ALWAYS).toString())
                .contains("intake", "production restored  undefined", "restorations open: 0");
    }

    private Obligation report(String site) {
        return writer.siteOwes(Duty.REPORT, site, Duration.ofDays(7), Reporting.FAILURES_ONLY);
    }
}
