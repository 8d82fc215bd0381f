package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.gridrollout.api.command.RegistryCommand.RegisterProduct;
import org.gridrollout.api.command.RolloutCommand.AnnounceToNobody;
import org.gridrollout.api.command.RolloutCommand.Contribute;
import org.gridrollout.api.command.RolloutCommand.Expedite;
import org.gridrollout.api.command.RolloutCommand.Promote;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.TeamId;
import org.gridrollout.api.registry.Product;
import org.gridrollout.api.software.Capability;
import org.gridrollout.api.software.Capability.Relation;
import org.gridrollout.api.software.Certification;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Stage;
import org.gridrollout.core.engine.Outcome;
import org.gridrollout.core.engine.RolloutEngine;
import org.gridrollout.core.memory.InMemoryBaseRepositories;
import org.gridrollout.core.memory.InMemoryRolloutStore;
import org.gridrollout.testkit.rpm.RpmBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What broke in UMD's production, end to end with real packages: the engine refuses it, and dnf agrees. */
@Tag("interop")
class UmdClosureInteropTest {

    private static final Actor MU = Actor.middlewareUnit("mia");
    private static final Actor TEAM = Actor.productTeam("tom", TeamId.of("umd-team"));

    @TempDir
    private Path directory;

    private FilesystemRepository repository;
    private RolloutEngine engine;

    @BeforeEach
    void openProduction() {
        Tools.require("dnf");
        repository = FilesystemRepository.at(directory.resolve("repository"))
                .durability(Durability.UNSYNCED)
                .open();
        engine = RolloutEngine.builder()
                .store(new InMemoryRolloutStore())
                .repository(repository)
                .base(new InMemoryBaseRepositories())
                .build();
        for (String each : Set.of("bdii", "canl-java", "cream")) {
            engine.execute(new RegisterProduct(
                            new Product(ProductId.of(each), TeamId.of("umd-team"), Set.of(each)), MU))
                    .orThrow();
        }
    }

    @Test
    void umd271IsRefusedBecauseNobodyProvidesWhatBdiiNeeds() {
        RpmBuilder bdii = Site.rpm("bdii", "5.2").requires(Capability.of("openldap2.4-servers"));

        Outcome refused = engine.execute(contribution("bdii", "5.2", bdii));

        assertThat(((Outcome.Refused) refused).verdict().inWords())
                .contains("bdii-5.2-1.el9", "needs openldap2.4-servers, which nobody provides");
    }

    @Test
    void umd470IsRefusedBecauseOfCreamAndGoesThroughTogetherWithItsFix() {
        promoted(good("canl-java", "1.3", Site.rpm("canl-java", "1.3")));
        promoted(good("cream", "1.16", Site.rpm("cream", "1.16").requires(canl(Relation.LT))));
        ReleaseId canl = good("canl-java", "2.0", Site.rpm("canl-java", "2.0"));
        ReleaseId cream = good("cream", "1.17", Site.rpm("cream", "1.17").requires(canl(Relation.GE)));
        Dnf site = new Dnf(directory.resolve("site"), repository.directory(Stage.PRODUCTION, Site.EL9));
        site.run("install", "-y", "cream");

        assertThat(engine.execute(new Promote(canl, MU))).isInstanceOf(Outcome.Refused.class);
        engine.execute(new Promote(canl, Set.of(cream), MU)).orThrow();
        site.run("upgrade", "-y", "--refresh");

        assertThat(site.installed())
                .anyMatch(each -> each.startsWith("canl-java-2.0-1.el9"))
                .anyMatch(each -> each.startsWith("cream-1.17-1.el9"));
    }

    private static Capability canl(Relation relation) {
        return Capability.of("canl-java", relation, "2.0");
    }

    private void promoted(ReleaseId release) {
        engine.execute(new Promote(release, MU)).orThrow();
    }

    private ReleaseId good(String product, String version, RpmBuilder rpm) {
        Contribute contribution = contribution(product, version, rpm);
        ReleaseId release = contribution.releaseId();
        engine.execute(contribution).orThrow();
        engine.execute(new AnnounceToNobody(release, "no sites in a test", MU)).orThrow();
        engine.execute(new Expedite(release, "no time to wait in a test", MU)).orThrow();
        return release;
    }

    private Contribute contribution(String product, String version, RpmBuilder rpm) {
        Release release = Release.builder()
                .id(ReleaseId.of(product + "-" + version))
                .product(ProductId.of(product))
                .label(product + " " + version)
                .platform(Site.EL9)
                .addPackages(Site.taken(repository, rpm))
                .certification(new Certification("tom", Instant.EPOCH, "all tests passed"))
                .build();
        return new Contribute(release, TEAM);
    }
}
