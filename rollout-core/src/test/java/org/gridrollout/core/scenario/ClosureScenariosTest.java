package org.gridrollout.core.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.command.RolloutCommand.Promote;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.software.BaseSnapshot;
import org.gridrollout.api.software.Capability;
import org.gridrollout.api.software.Capability.Relation;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.api.software.SoftwarePackageBuilder;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.verdict.Enforcement;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.api.verdict.Verdict;
import org.gridrollout.core.installability.BaseMove;
import org.gridrollout.core.installability.PromotionPlan;
import org.gridrollout.core.memory.InMemoryBaseRepositories;
import org.gridrollout.core.memory.InMemoryPackageRepository;
import org.gridrollout.core.policy.RolloutPolicy;
import org.gridrollout.core.whatif.JournalReplay;
import org.gridrollout.core.whatif.Replayed;
import org.junit.jupiter.api.Test;

/** What clients can install: broken dependencies that reached production of UMD and Fedora, and do not here. */
class ClosureScenariosTest {

    private static final Capability GLIBC = Capability.of("libc.so.6");

    private final InMemoryBaseRepositories base = new InMemoryBaseRepositories();
    private final Infrastructure umd = new Infrastructure(parts -> parts.base(base));

    ClosureScenariosTest() {
        pinned(List.of(pack("glibc", "2.34").addProvides(GLIBC).build()));
        for (String each : List.of("bdii", "openldap", "canl-java", "cream", "blah", "apel", "ge")) {
            umd.product(each);
        }
    }

    @Test
    void umd271WhatNobodyProvidesIsRefusedInBetaNamingTheMissingCapabilityAndWhoNeedsIt() {
        Verdict refused = umd.refusal(contribution(release("bdii", "5.2", requires("openldap2.4-servers"))));

        assertThat(refused.inWords()).contains("bdii-5.2-1.el9.x86_64", "openldap2.4-servers", "nobody provides");
        assertThat(umd.offered(Stage.BETA)).isEmpty();
    }

    @Test
    void umd272WhatOnlyBetaProvidesWaitsForTheReleaseThatBringsItToProduction() {
        ReleaseId ldap = umd.good(contributed(release("openldap", "2.4", provides("openldap2.4-servers"))));
        ReleaseId bdii = umd.good(contributed(release("bdii", "5.2", requires("openldap2.4-servers"))));

        Verdict refused = umd.refusal(new Promote(bdii, Infrastructure.MU));

        assertThat(refused.outcome()).isEqualTo(FindingOutcome.WAIT_FOR);
        assertThat(refused.inWords()).contains("bdii-5.2-1.el9.x86_64", "openldap2.4-servers", ldap.value());

        umd.does(new Promote(ldap, Infrastructure.MU));
        umd.does(new Promote(bdii, Infrastructure.MU));

        assertThat(umd.offered(Stage.PRODUCTION)).containsExactly("bdii-5.2-1.el9.x86_64", "openldap-2.4-1.el9.x86_64");
    }

    @Test
    void umd470ABreakOfAnotherProductIsRefusedForItsSakeAndGoesThroughTogetherWithItsFix() {
        ReleaseId oldCanl = umd.inProduction(contributed(release("canl-java", "1.3", provides("canl"))));
        ReleaseId oldCream =
                umd.inProduction(contributed(release("cream", "1.16", needs("canl-java", Relation.LT, "2.0"))));
        ReleaseId canl = umd.good(contributed(release("canl-java", "2.0", provides("canl"))));

        Verdict refused = umd.refusal(new Promote(canl, Infrastructure.MU));

        assertThat(refused.outcome()).isEqualTo(FindingOutcome.BLOCKED);
        assertThat(refused.inWords()).contains("cream-1.16-1.el9.x86_64", "canl-java < 2.0");

        ReleaseId cream = umd.good(contributed(release("cream", "1.17", needs("canl-java", Relation.GE, "2.0"))));
        Verdict waiting = umd.refusal(new Promote(canl, Infrastructure.MU));

        assertThat(waiting.outcome()).isEqualTo(FindingOutcome.WAIT_FOR);
        assertThat(waiting.inWords()).contains("Promote it together with " + cream + ".");
        assertThat(umd.engine.plan(Infrastructure.EL9).steps()).containsExactly(Set.of(canl, cream));

        umd.does(new Promote(canl, Set.of(cream), Infrastructure.MU));

        assertThat(umd.offered(Stage.PRODUCTION))
                .containsExactly("canl-java-2.0-1.el9.x86_64", "cream-1.17-1.el9.x86_64");
        assertThat(umd.repository.current(Stage.PRODUCTION, Infrastructure.EL9).number())
                .as("generations: one for each promotion, one for both together")
                .isEqualTo(3);
        assertThat(List.of(canl, cream)).allMatch(each -> umd.state(each) == RolloutState.IN_PRODUCTION);
        assertThat(List.of(oldCanl, oldCream)).allMatch(each -> umd.state(each) == RolloutState.SUPERSEDED);
    }

    @Test
    void umd381WhatVanishedFromTheBaseIsSeenBeforeAReleaseThatNeedsItGoesOn() {
        pinned(List.of(
                pack("glibc", "2.34").addProvides(GLIBC).build(),
                pack("lcas", "1.3").build()));
        ReleaseId blah = umd.good(contributed(release("blah", "1.20", requires("lcas"))));

        pinned(List.of(pack("glibc", "2.34").addProvides(GLIBC).build()));

        assertThat(umd.refusal(new Promote(blah, Infrastructure.MU)).inWords())
                .contains("blah-1.20-1.el9.x86_64", "lcas", "nobody provides");
    }

    @Test
    void umd151AMovedBaseIsTriedBeforeItIsPinnedAndTheMuHearsWhatItWouldBreak() {
        SoftwarePackage glibc = pack("glibc", "2.34").addProvides(GLIBC).build();
        BaseSnapshot moved = base.pin(Infrastructure.EL9, umd.now, List.of(glibc));
        pinned(List.of(glibc, pack("lcas", "1.3").build()));
        ReleaseId blah = umd.inProduction(contributed(release("blah", "1.20", requires("lcas"))));
        ReleaseId apel = umd.inProduction(contributed(release("apel", "1.2")));

        BaseMove move = umd.engine.rehearse(moved);
        umd.engine.warn(move, Infrastructure.MU);
        umd.engine.warn(move, Infrastructure.MU);

        assertThat(move.breaks()).singleElement().satisfies(broken -> {
            assertThat(broken.release()).isEqualTo(blah);
            assertThat(broken.stage()).isEqualTo(Stage.PRODUCTION);
            assertThat(broken.reasons()).singleElement().asString().contains("lcas", "the base moved");
        });
        assertThat(umd.rollout(blah).undecidedIncidents())
                .singleElement()
                .satisfies(incident -> assertThat(incident.summary()).contains("About to break", "lcas"));
        assertThat(umd.rollout(apel).incidents()).isEmpty();
    }

    @Test
    void umd140AFaultyReleaseHoldsBackOnlyWhatReallyNeedsIt() {
        ReleaseId blah = umd.good(contributed(release("blah", "1.16", provides("blahp"))));
        ReleaseId apel = umd.good(contributed(release("apel", "1.2")));
        ReleaseId ge = umd.good(contributed(release("ge", "1.0")));
        ReleaseId cream = umd.good(contributed(release("cream", "1.14", requires("blahp"))));
        umd.file(blah, "GGUS-75612", Infrastructure.CERN);

        PromotionPlan plan = umd.engine.plan(Infrastructure.EL9);

        assertThat(plan.steps()).containsExactlyInAnyOrder(Set.of(apel), Set.of(ge));
        assertThat(plan.leftOut()).singleElement().satisfies(left -> {
            assertThat(left.release()).isEqualTo(cream);
            assertThat(left.reasons()).singleElement().asString().contains("blahp");
        });
    }

    @Test
    void bodhi1212AnUpdateGoesOutAfterOrTogetherWithTheOneItNeedsNeverBefore() {
        ReleaseId library = umd.good(contributed(release("canl-java", "3.0", provides("canl3"))));
        ReleaseId user = umd.good(contributed(release("cream", "2.0", requires("canl3"))));

        assertThat(umd.refusal(new Promote(user, Infrastructure.MU)).outcome()).isEqualTo(FindingOutcome.WAIT_FOR);
        assertThat(umd.engine.plan(Infrastructure.EL9).steps()).containsExactly(Set.of(library), Set.of(user));

        umd.does(new Promote(user, Set.of(library), Infrastructure.MU));

        assertThat(umd.offered(Stage.PRODUCTION)).hasSize(2);
    }

    @Test
    void releasesThatNeedEachOtherGoTogetherOrNotAtAll() {
        Infrastructure relaxed = new Infrastructure(
                parts -> parts.base(base).policy(RolloutPolicy.STANDARD.withBetaClosure(Enforcement.OBSERVED)));
        relaxed.product("canl-java").product("cream");
        ReleaseId one = relaxed.good(
                relaxed.contribute(release(relaxed, "canl-java", "2.0", needs("cream", Relation.GE, "2.0"))));
        ReleaseId other = relaxed.good(
                relaxed.contribute(release(relaxed, "cream", "2.0", needs("canl-java", Relation.GE, "2.0"))));

        assertThat(relaxed.refusal(new Promote(one, Infrastructure.MU)).inWords())
                .contains(other.value());
        assertThat(relaxed.refusal(new Promote(other, Infrastructure.MU)).inWords())
                .contains(one.value());
        assertThat(relaxed.engine.plan(Infrastructure.EL9).steps()).containsExactly(Set.of(one, other));

        relaxed.does(new Promote(one, Set.of(other), Infrastructure.MU));

        assertThat(relaxed.offered(Stage.PRODUCTION)).hasSize(2);
    }

    @Test
    void whatWasBrokenInTheBaseBeforeIsNobodysFault() {
        pinned(List.of(
                pack("glibc", "2.34").addProvides(GLIBC).build(),
                pack("orphan", "1.0")
                        .addRequires(Capability.of("nothing-has-this"))
                        .build()));

        ReleaseId apel = umd.good(contributed(release("apel", "1.2")));

        umd.does(new Promote(apel, Infrastructure.MU));
        assertThat(umd.offered(Stage.PRODUCTION)).containsExactly("apel-1.2-1.el9.x86_64");
    }

    @Test
    void whatWasPromotedTogetherReplaysToTheSameJournal() {
        ReleaseId library = umd.good(contributed(release("canl-java", "3.0", provides("canl3"))));
        ReleaseId user = umd.good(contributed(release("cream", "2.0", requires("canl3"))));
        umd.refusal(new Promote(user, Infrastructure.MU));
        umd.does(new Promote(user, Set.of(library), Infrastructure.MU));
        umd.passes(Duration.ofDays(1));

        Replayed replayed = JournalReplay.of(umd.engine).run();

        assertThat(replayed.deviations()).isEmpty();
    }

    @Test
    void noneOfTheReleasesPromotedTogetherMovesIfOneOfThemMayNot() {
        ReleaseId ldap = umd.good(contributed(release("openldap", "2.4")));
        ReleaseId apel = contributed(release("apel", "1.2"));

        Verdict refused = umd.refusal(new Promote(ldap, Set.of(apel), Infrastructure.MU));

        assertThat(refused.inWords()).contains(apel.value());
        assertThat(umd.state(ldap)).isEqualTo(RolloutState.GOOD);
        assertThat(umd.offered(Stage.PRODUCTION)).isEmpty();
    }

    private void pinned(List<SoftwarePackage> packages) {
        base.pin(Infrastructure.EL9, umd.now, packages);
    }

    private ReleaseId contributed(Release release) {
        return umd.contribute(release);
    }

    private static RolloutCommand contribution(Release release) {
        return new RolloutCommand.Contribute(
                release, Infrastructure.packager(release.product().value()));
    }

    private Release release(String product, String version, Capability... capabilities) {
        return release(umd, product, version, capabilities);
    }

    /** Its package requires what it is given, and provides what is given as provided. */
    private static Release release(Infrastructure grid, String product, String version, Capability... capabilities) {
        SoftwarePackageBuilder content = pack(product, version).addRequires(GLIBC);
        for (Capability each : capabilities) {
            if (each.pre()) {
                content.addProvides(Capability.of(each.name()));
            } else {
                content.addRequires(each);
            }
        }
        return grid.release(product, version)
                .withPackages(
                        grid.take(nevra(product, version), InMemoryPackageRepository.packageFile(content.build())));
    }

    private static Capability requires(String name) {
        return Capability.of(name);
    }

    private static Capability needs(String name, Relation relation, String version) {
        return Capability.of(name, relation, version);
    }

    private static Capability provides(String name) {
        return new Capability(name, Relation.ANY, "", true);
    }

    private static SoftwarePackageBuilder pack(String name, String version) {
        return new SoftwarePackageBuilder()
                .nevra(nevra(name, version))
                .sha256(new Sha256("0".repeat(64)))
                .size(0)
                .summary(name)
                .source("")
                .addProvides(Capability.of(name, Relation.EQ, version + "-1.el9"));
    }

    private static Nevra nevra(String name, String version) {
        return new Nevra(name, Evr.of(version, "1.el9"), "x86_64");
    }
}
