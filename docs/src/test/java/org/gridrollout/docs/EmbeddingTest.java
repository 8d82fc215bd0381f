package org.gridrollout.docs;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.gridrollout.api.command.RegistryCommand;
import org.gridrollout.api.command.RolloutCommand.Announce;
import org.gridrollout.api.command.RolloutCommand.Contribute;
import org.gridrollout.api.command.RolloutCommand.Promote;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.party.TeamId;
import org.gridrollout.api.registry.Enrolment;
import org.gridrollout.api.registry.Product;
import org.gridrollout.api.registry.Site;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.Sla;
import org.gridrollout.api.software.Certification;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.Candidate;
import org.gridrollout.api.spi.PackageRepository;
import org.gridrollout.api.spi.PromotionRule;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.api.verdict.RuleId;
import org.gridrollout.core.engine.Outcome;
import org.gridrollout.core.engine.RolloutEngine;
import org.gridrollout.core.engine.SweepReport;
import org.gridrollout.core.policy.EvidencePolicy;
import org.gridrollout.core.policy.RolloutPolicy;
import org.gridrollout.filesystem.FilesystemRepository;
import org.gridrollout.filesystem.signature.SignaturePolicy;
import org.gridrollout.jpa.JpaRolloutStore;
import org.gridrollout.jpa.RolloutSchema;
import org.gridrollout.testkit.rpm.RpmBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's snippet, run on real backends. */
class EmbeddingTest {

    private final ReleaseId voms = ReleaseId.of("voms-2.1.0");
    private final Actor manager = Actor.middlewareUnit("mia");
    private final Actor packager = Actor.productTeam("tom", TeamId.of("voms-team"));
    private final List<String> mailed = new ArrayList<>();
    private final List<String> logged = new ArrayList<>();

    @Test
    void hostRunsARolloutInTwentyLines(@TempDir Path directory) {
        try (EntityManagerFactory entityManagerFactory = Persistence.createEntityManagerFactory(
                "portal", Map.of("jakarta.persistence.jdbc.url", "jdbc:h2:mem:embedding;DB_CLOSE_DELAY=-1"))) {
            RolloutSchema.h2().create(entityManagerFactory);
            FilesystemRepository repository = FilesystemRepository.open(directory.resolve("repository"));
            register(entityManagerFactory, repository);
            InputStream rpmFile =
                    new ByteArrayInputStream(RpmBuilder.of(new Nevra("voms", Evr.of("2.1.0", "1.el9"), "x86_64"))
                            .build());

            // snippet:embedding
            RolloutEngine engine = RolloutEngine.builder()
                    .store(JpaRolloutStore.on(entityManagerFactory))
                    .repository(repository)
                    .announcer(notices -> notices.forEach(each -> mail(each.recipient(), each.text())))
                    .build();

            SoftwarePackage taken = repository.intake(rpmFile, "voms-2.1.0-1.el9.x86_64.rpm");
            engine.execute(new Contribute(release(taken), packager)).orThrow(); // beta serves it now
            engine.execute(Announce.of(voms, manager)).orThrow(); // the sites' periods run

            if (engine.execute(new Promote(voms, manager)) instanceof Outcome.Refused refused) {
                log(refused.verdict().inWords()); // why not yet, until when, and who must act
            }
            SweepReport report = engine.sweep(); // whatever is due: from a scheduler, as often as you like
            // end

            assertThat(report.failures()).isEmpty();
            assertThat(engine.rollout(voms).orElseThrow().state()).isEqualTo(RolloutState.ROLLING_OUT);
            assertThat(mailed).hasSize(1);
            assertThat(logged.toString()).contains("The observation period runs until");
        }
    }

    @Test
    void policyAndRuleOfAHostsOwn() {
        // snippet:policy
        RolloutPolicy policy = RolloutPolicy.STANDARD
                .withEvidence(new EvidencePolicy(2, 10.0)) // two sites, ten site-days
                .withPromotion(RolloutPolicy.Promotion.AUTOMATIC);
        // end
        assertThat(policy.evidence().asksForExposure()).isTrue();
        assertThat(new NoFridays().id()).isEqualTo(RuleId.of("no-fridays"));
    }

    static PackageRepository repository() {
        // snippet:filesystem-open
        PackageRepository repository = FilesystemRepository.open(Path.of("/srv/repository"));
        // end
        return repository;
    }

    static FilesystemRepository signed(Supplier<char[]> passphrase) {
        // snippet:filesystem-signed
        FilesystemRepository repository = FilesystemRepository.at(Path.of("/srv/repository"))
                .keyring(Path.of("/etc/gridrollout/keys")) // whose packages are taken
                .signatures(Stage.BETA, SignaturePolicy.WARN) // production requires them
                .signMetadata(Path.of("/etc/gridrollout/metadata.asc"), passphrase) // whose repository it is
                .open();
        // end
        return repository;
    }

    // snippet:rule
    final class NoFridays implements PromotionRule {
        @Override
        public RuleId id() {
            return RuleId.of("no-fridays");
        }

        @Override
        public Kind kind() {
            return Kind.PROCESS;
        }

        @Override
        public Finding evaluate(Candidate candidate) {
            boolean friday = candidate.now().atZone(ZoneOffset.UTC).getDayOfWeek() == DayOfWeek.FRIDAY;
            return friday
                    ? Finding.of(id(), FindingOutcome.NEEDS_DECISION, "It is Friday.", List.of(Party.MIDDLEWARE_UNIT))
                    : Finding.pass(id(), "It is not Friday.");
        }
    }
    // end

    private static Release release(SoftwarePackage taken) {
        // snippet:release
        Release release = Release.builder()
                .id(ReleaseId.of("voms-2.1.0"))
                .product(ProductId.of("voms"))
                .label("VOMS 2.1.0")
                .platform(Platform.parse("el9/x86_64"))
                .addPackages(taken.ref())
                .certification(
                        new Certification("voms-team", Instant.parse("2026-03-01T12:00:00Z"), "all tests passed"))
                .build();
        // end
        return release;
    }

    private void register(EntityManagerFactory factory, FilesystemRepository repository) {
        RolloutEngine engine = RolloutEngine.builder()
                .store(JpaRolloutStore.on(factory))
                .repository(repository)
                .build();
        SiteId cern = SiteId.of("CERN-PROD");
        ProductId product = ProductId.of("voms");
        engine.execute(new RegistryCommand.RegisterProduct(
                        new Product(product, TeamId.of("voms-team"), Set.of("voms")), manager))
                .orThrow();
        engine.execute(new RegistryCommand.RegisterSite(new Site(cern, ""), manager))
                .orThrow();
        engine.execute(new RegistryCommand.Enrol(
                        new Enrolment(
                                cern, product, Sla.failuresWithin(Duration.ofDays(7)), Instant.EPOCH, Optional.empty()),
                        manager))
                .orThrow();
    }

    private void mail(Party recipient, String text) {
        mailed.add(recipient + ": " + text);
    }

    private void log(String text) {
        logged.add(text);
    }
}
