package org.gridrollout.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridrollout.api.command.RolloutCommand.AbortPublication;
import org.gridrollout.api.command.RolloutCommand.ConfirmPublication;
import org.gridrollout.api.command.RolloutCommand.Contribute;
import org.gridrollout.api.command.RolloutCommand.Withdraw;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.party.TeamId;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.registry.Enrolment;
import org.gridrollout.api.registry.Product;
import org.gridrollout.api.rollout.PendingPublication;
import org.gridrollout.api.rollout.ProductLine;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.Sla;
import org.gridrollout.api.software.Certification;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.software.Stage;
import org.gridrollout.core.policy.RolloutPolicy;
import org.gridrollout.core.rule.RuleBook;
import org.gridrollout.core.version.RpmVersionScheme;
import org.junit.jupiter.api.Test;

class LifecycleTest {

    private static final ReleaseId VOMS = ReleaseId.of("voms-2.1");
    private static final ReleaseId OTHER = ReleaseId.of("voms-2.2");
    private static final ProductId PRODUCT = ProductId.of("voms");
    private static final Platform EL9 = Platform.parse("el9/x86_64");
    private static final TeamId TEAM_ID = TeamId.of("voms-team");
    private static final Actor TEAM = Actor.productTeam("tom", TEAM_ID);
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant EARLIER = NOW.minus(Duration.ofHours(2));

    private final Decision contributed =
            Lifecycle.decide(Optional.empty(), contribute(VOMS, "2.1"), at(NOW, List.of()));
    private final Rollout voms = contributed.rollouts().get(VOMS);

    @Test
    void clockThatWentBackIsNotBehindWhatHappenedToTheRollout() {
        assertThat(Lifecycle.decide(Optional.of(voms), withdraw(), at(EARLIER, List.of()))
                        .eventsOf(VOMS))
                .extracting(RolloutEvent::at)
                .containsOnly(NOW);
    }

    @Test
    void clockThatWentBackIsNotBehindWhatHappenedToAnotherRolloutOfTheLine() {
        assertThat(Lifecycle.decide(Optional.empty(), contribute(OTHER, "2.2"), at(EARLIER, List.of(voms)))
                        .eventsOf(OTHER))
                .extracting(RolloutEvent::at)
                .containsExactly(NOW);
    }

    @Test
    void onlyAContributionIsForARolloutThatIsNotThereYet() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lifecycle.decide(Optional.empty(), withdraw(), at(NOW, List.of())))
                .withMessageContaining("no rollout voms-2.1");
    }

    @Test
    void rolloutBeginsOnceAndWithItsContribution() {
        List<RolloutEvent> events = contributed.eventsOf(VOMS);
        RolloutEvent published = new RolloutEvent.BetaPublished(NOW, 1);
        assertThat(Lifecycle.replay(events)).isEqualTo(voms);
        assertThatIllegalStateException()
                .isThrownBy(() -> Lifecycle.evolve(voms, events.get(0)))
                .withMessageContaining("began twice");
        assertThatIllegalStateException()
                .isThrownBy(() -> Lifecycle.evolve(null, published))
                .withMessageContaining("begins with its contribution");
        assertThatIllegalArgumentException().isThrownBy(() -> Lifecycle.replay(List.of()));
    }

    @Test
    void answerToAChangeThatIsNotPendingIsIgnored() {
        ChangeSetId other = ChangeSetId.of("voms-2.1:beta:0");
        assertThat(Lifecycle.decide(
                                Optional.of(voms),
                                new ConfirmPublication(VOMS, other, 1, Actor.SYSTEM),
                                at(NOW, List.of()))
                        .events())
                .isEmpty();
        assertThat(Lifecycle.decide(
                                Optional.of(voms),
                                new AbortPublication(VOMS, other, List.of("disk full"), Actor.SYSTEM),
                                at(NOW, List.of()))
                        .events())
                .isEmpty();
    }

    @Test
    void removalThatWasAnsweredLeavesTheOtherOnePending() {
        PendingPublication beta = removal("beta-removal");
        PendingPublication production = removal("production-removal");
        Rollout retired = voms.withState(RolloutState.RETIRED).withPending(beta, production);
        assertThat(Lifecycle.evolve(
                                retired,
                                new RolloutEvent.RemovalPublished(
                                        NOW, beta.changeSet().id(), 2))
                        .pending())
                .containsExactly(production);
        assertThat(Lifecycle.evolve(
                                retired,
                                new RolloutEvent.RemovalAbandoned(
                                        NOW, production.changeSet().id(), List.of("disk full")))
                        .pending())
                .containsExactly(beta);
    }

    @Test
    void whereNoCoverageIsKnownTheExplanationSaysWhetherAnySiteIsEnrolled() {
        Rollout inBeta = Lifecycle.evolve(voms, new RolloutEvent.BetaPublished(NOW, 1));
        assertThat(Lifecycle.explain(inBeta, at(NOW, List.of())).inWords())
                .contains("In beta; to be announced. No rollout site is enrolled for voms.");
        Enrolment enrolment = new Enrolment(
                SiteId.of("CERN-PROD"), PRODUCT, Sla.failuresWithin(Duration.ofDays(7)), NOW, Optional.empty());
        assertThat(Lifecycle.explain(inBeta, at(NOW, List.of(), enrolment)).inWords())
                .contains("In beta; to be announced. Rollout sites are enrolled.");
    }

    private static PendingPublication removal(String purpose) {
        return PendingPublication.of(
                new ChangeSet(
                        ChangeSetId.of("voms-2.1:" + purpose + ":0"),
                        Stage.BETA,
                        EL9,
                        List.of(),
                        release(VOMS, "2.1").packages(),
                        List.of()),
                NOW);
    }

    private static Contribute contribute(ReleaseId id, String version) {
        return new Contribute(release(id, version), TEAM);
    }

    private static Release release(ReleaseId id, String version) {
        return Release.builder()
                .id(id)
                .product(PRODUCT)
                .label("VOMS " + version)
                .platform(EL9)
                .addPackages(
                        new PackageRef(new Nevra("voms", Evr.of(version, "1"), "x86_64"), new Sha256("1".repeat(64))))
                .certification(new Certification("tom", NOW, "all tests passed"))
                .build();
    }

    private static Withdraw withdraw() {
        return new Withdraw(VOMS, "not ours", TEAM);
    }

    private static Context at(Instant now, List<Rollout> others, Enrolment... enrolments) {
        RolloutPolicy policy = RolloutPolicy.STANDARD;
        RpmVersionScheme versions = new RpmVersionScheme();
        return new Context(
                now,
                policy,
                RuleBook.of(policy, versions, List.of()),
                versions,
                new SurroundingsBuilder()
                        .product(new Product(PRODUCT, TEAM_ID, Set.of("voms")))
                        .addEnrolments(enrolments)
                        .build(),
                ProductLine.empty(PRODUCT, EL9),
                others);
    }
}
