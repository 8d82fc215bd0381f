package org.gridrollout.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridrollout.api.command.RegistryCommand.Enrol;
import org.gridrollout.api.command.RegistryCommand.RegisterProduct;
import org.gridrollout.api.command.RegistryCommand.RegisterSite;
import org.gridrollout.api.command.RolloutCommand.Announce;
import org.gridrollout.api.command.RolloutCommand.Contribute;
import org.gridrollout.api.command.SiteCommand.ReportDeployment;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.party.TeamId;
import org.gridrollout.api.registry.Enrolment;
import org.gridrollout.api.registry.Product;
import org.gridrollout.api.registry.Site;
import org.gridrollout.api.sla.Compliance;
import org.gridrollout.api.sla.Sla;
import org.gridrollout.api.software.Certification;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.core.engine.RecordedEvent;
import org.gridrollout.core.engine.RolloutEngine;
import org.gridrollout.core.memory.InMemoryPackageRepository;
import org.gridrollout.core.memory.InMemoryRolloutStore;
import org.gridrollout.core.metrics.ComplianceCheck;
import org.gridrollout.core.metrics.Metrics;
import org.gridrollout.core.metrics.MiddlewareUnitScorecard;
import org.gridrollout.core.metrics.Period;
import org.gridrollout.core.metrics.ProductScorecard;
import org.gridrollout.core.metrics.Scorecards;
import org.gridrollout.core.metrics.SiteScorecard;
import org.junit.jupiter.api.Test;

/** The scorecards' snippets, on the journal of one release. */
class ScorecardsSnippetTest {

    private final ProductId voms = ProductId.of("voms");
    private final SiteId cern = SiteId.of("CERN-PROD");
    private final Actor manager = Actor.middlewareUnit("mia");
    private final InMemoryPackageRepository repository = new InMemoryPackageRepository();
    private final List<String> logged = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-02T08:00:00Z");
    private final RolloutEngine engine = RolloutEngine.builder()
            .store(new InMemoryRolloutStore())
            .repository(repository)
            .clock(() -> now)
            .build();

    @Test
    void siteProductAndUnitHaveScorecards() {
        rollOut();
        Compliance agreed = new Compliance(0.9, Duration.ofDays(90));
        YearMonth month = YearMonth.of(2026, 3);

        // snippet:scorecards
        Metrics metrics = Metrics.empty(); // the host keeps it, or begins anew: the journal has everything
        List<RecordedEvent> page = engine.history(metrics.position(), 1_000);
        while (!page.isEmpty()) { // what came since the last time
            metrics.applyAll(page);
            page = engine.history(metrics.position(), 1_000);
        }

        Period march = Period.month(month);
        SiteScorecard site = metrics.site(cern, march);
        ProductScorecard product = metrics.product(voms, march);
        MiddlewareUnitScorecard unit = metrics.middlewareUnit(march);
        log(site.toString()); // a table; Scorecards.table(...) has a line for each of many sites

        ComplianceCheck check = metrics.compliance(cern, voms, agreed, now);
        if (check.isCandidateForSuspension()) { // three months below in a row
            log(check.inWords());
        }
        // end

        assertThat(site.honour()).hasToString("50.0 % (1 of 2)");
        assertThat(site.coverage()).hasToString("100.0 % (1 of 1)");
        assertThat(product.releases().inFlight()).isEqualTo(1);
        assertThat(unit.obligations().met()).isEqualTo(1);
        assertThat(Scorecards.table(List.of(site))).contains("CERN-PROD");
        assertThat(check.standing()).isEqualTo(ComplianceCheck.Standing.BELOW);
        assertThat(logged).hasSize(1);
    }

    /** One release, deployed late and reported on by silence. */
    private void rollOut() {
        TeamId team = TeamId.of("voms-team");
        engine.execute(new RegisterProduct(new Product(voms, team, Set.of("voms")), manager))
                .orThrow();
        engine.execute(new RegisterSite(new Site(cern, ""), manager)).orThrow();
        Sla sla = Sla.builder()
                .name("early adopter")
                .deployWithin(Duration.ofDays(1))
                .reportWithin(Duration.ofDays(7))
                .build();
        engine.execute(new Enrol(new Enrolment(cern, voms, sla, now, Optional.empty()), manager))
                .orThrow();
        Nevra nevra = new Nevra("voms", Evr.of("2.1.0", "1.el9"), "x86_64");
        byte[] file = InMemoryPackageRepository.packageFile(nevra);
        Release release = Release.builder()
                .id(ReleaseId.of("voms-2.1.0"))
                .product(voms)
                .label("VOMS 2.1.0")
                .platform(Platform.parse("el9/x86_64"))
                .addPackages(repository
                        .intake(new ByteArrayInputStream(file), nevra.toString())
                        .ref())
                .certification(new Certification("tom", now, ""))
                .build();
        engine.execute(new Contribute(release, Actor.productTeam("tom", team))).orThrow();
        engine.execute(Announce.of(release.id(), manager)).orThrow();
        now = now.plus(Duration.ofDays(2));
        engine.execute(new ReportDeployment(release.id(), cern, Actor.site("carl", cern)))
                .orThrow();
        now = now.plus(Duration.ofDays(6));
        engine.sweep();
    }

    private void log(String text) {
        logged.add(text);
    }
}
