package org.gridrollout.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridrollout.api.command.RegistryCommand.Enrol;
import org.gridrollout.api.command.RegistryCommand.RegisterProduct;
import org.gridrollout.api.command.RegistryCommand.RegisterSite;
import org.gridrollout.api.command.RolloutCommand.Announce;
import org.gridrollout.api.command.RolloutCommand.Contribute;
import org.gridrollout.api.command.RolloutCommand.Promote;
import org.gridrollout.api.command.SiteCommand.ReportDeployment;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.party.TeamId;
import org.gridrollout.api.registry.Enrolment;
import org.gridrollout.api.registry.Product;
import org.gridrollout.api.registry.Site;
import org.gridrollout.api.sla.Sla;
import org.gridrollout.api.software.Certification;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.core.engine.RecordedChange;
import org.gridrollout.core.engine.Refusal;
import org.gridrollout.core.engine.RolloutEngine;
import org.gridrollout.core.memory.InMemoryPackageRepository;
import org.gridrollout.core.memory.InMemoryRolloutStore;
import org.gridrollout.core.policy.RolloutPolicy;
import org.gridrollout.core.whatif.Difference;
import org.gridrollout.core.whatif.JournalReplay;
import org.gridrollout.core.whatif.Replayed;
import org.gridrollout.core.whatif.WhatIf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Java of {@code docs/rollout-core.md} about who asked for what, and what would have happened. */
class AuditSnippetsTest {

    private final ReleaseId release = ReleaseId.of("voms-2.1.0");
    private final Actor manager = Actor.middlewareUnit("mia");
    private final Actor packager = Actor.productTeam("tom", TeamId.of("voms-team"));
    private final Actor atCern = Actor.site("carl", SiteId.of("CERN-PROD"));
    private final Instant endOfMonth = Instant.parse("2026-03-31T00:00:00Z");
    private final List<String> logged = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-02T08:00:00Z");
    private RolloutEngine engine;
    private long lastSeen;

    @BeforeEach
    void rollOut() {
        InMemoryPackageRepository repository = new InMemoryPackageRepository();
        engine = RolloutEngine.builder()
                .store(new InMemoryRolloutStore())
                .repository(repository)
                .clock(() -> now)
                .build();
        ProductId voms = ProductId.of("voms");
        SiteId cern = SiteId.of("CERN-PROD");
        Sla sla = Sla.failuresWithin(Duration.ofDays(14));
        engine.execute(new RegisterProduct(new Product(voms, TeamId.of("voms-team"), Set.of("voms")), manager))
                .orThrow();
        engine.execute(new RegisterSite(new Site(cern, ""), manager)).orThrow();
        engine.execute(new Enrol(new Enrolment(cern, voms, sla, now, Optional.empty()), manager))
                .orThrow();
        byte[] file = InMemoryPackageRepository.packageFile(new Nevra("voms", Evr.of("2.1.0", "1.el9"), "x86_64"));
        PackageRef contributed =
                repository.intake(new ByteArrayInputStream(file), "voms.rpm").ref();
        Release offered = Release.builder()
                .id(release)
                .product(voms)
                .label("VOMS 2.1.0")
                .platform(Platform.parse("el9/x86_64"))
                .addPackages(contributed)
                .certification(new Certification("tom", now, ""))
                .build();
        engine.execute(new Contribute(offered, packager)).orThrow();
        engine.execute(Announce.of(release, manager)).orThrow();
        engine.execute(new ReportDeployment(release, cern, atCern)).orThrow();
        engine.execute(new Promote(release, packager));
        now = now.plus(Duration.ofDays(15));
        engine.execute(new Promote(release, manager)).orThrow();
    }

    @Test
    void journalTellsWhoAskedAndWhoWasRefused() {
        // snippet:audit
        for (RecordedChange change : engine.changes(lastSeen, 500)) {
            change.command().ifPresent(command -> log(command.actor() + " asked for " + command));
            change.events()
                    .forEach(each ->
                            log("so " + each.release() + ": " + each.event().type()));
            lastSeen = change.position();
        }

        for (Refusal refusal : engine.refusals(0, 500)) { // also in changes(...), among everything else
            log(refusal.actor() + " was refused " + refusal.name() + ": "
                    + refusal.verdict().inWords());
        }
        // end
        assertThat(logged)
                .anyMatch(each -> each.startsWith("mia (MU) asked for Promote"))
                .contains("so voms-2.1.0: CLEARED", "so voms-2.1.0: PRODUCTION_PUBLISHED")
                .contains(
                        "tom (voms-team) was refused Promote: Only the MU decides this; tom (voms-team) is PRODUCT_TEAM.");
    }

    @Test
    void journalFollowsFromItsCommands() {
        // snippet:replay
        Replayed replayed = JournalReplay.of(engine).run();
        replayed.deviations().forEach(each -> log(each.release() + " at " + each.position() + ": " + each.recorded()));
        // end
        assertThat(replayed.isFaithful()).isTrue();
        assertThat(logged).isEmpty();
    }

    @Test
    void whatIfSaysWhatThePageSays() {
        // snippet:what-if
        Difference difference = WhatIf.of(engine)
                .terms(sla -> sla.withReportWithin(Duration.ofDays(7)))
                .with(RolloutPolicy.STANDARD.withPromotion(RolloutPolicy.Promotion.AUTOMATIC))
                .until(endOfMonth) // the latest instant recorded, if not given
                .run();

        log(difference.asTable());
        // end
        List<String> page = Page.read(Page.ROOT.resolve("docs/rollout-core.md")).lines();
        int begin = page.indexOf("<!-- output:what-if -->") + 2;
        List<String> block =
                page.subList(begin, begin + page.subList(begin, page.size()).indexOf("```"));
        assertThat(logged).containsExactly(String.join("\n", block) + "\n");
    }

    private void log(String line) {
        logged.add(line);
    }
}
