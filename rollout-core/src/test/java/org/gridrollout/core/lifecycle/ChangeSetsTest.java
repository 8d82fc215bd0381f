package org.gridrollout.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.rollout.PendingPublication;
import org.gridrollout.api.rollout.ProductLine;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutBuilder;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.software.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the repositories are asked for. */
class ChangeSetsTest {

    private static final Instant NOW = Instant.parse("1970-01-01T00:00:01.000002Z");
    private static final PackageRef OLD = ref("voms", "2.0", "x86_64");
    private static final PackageRef NEW = ref("voms", "2.1", "x86_64");

    @Test
    void namesFollowFromTheReleaseThePurposeAndTheInstant() {
        assertThat(intoBeta().changeSet().id()).hasToString("voms-2.1:beta:1000002");
        assertThat(ChangeSets.outOfProduction(release(NEW), NOW).changeSet().id())
                .hasToString("voms-2.1:production-removal:1000002");
        assertThat(intoBeta().decidedAt()).isEqualTo(NOW);
    }

    @Test
    void changeOfSeveralReleasesSaysHowManyGoWithTheFirst() {
        ChangeSets.Part part = new ChangeSets.Part(release(NEW), line(RolloutState.GOOD, OLD), List.of());
        ChangeSets.Part other = new ChangeSets.Part(
                release(ref("fts", "3.1", "x86_64")).withId(ReleaseId.of("fts-3.1")),
                line(RolloutState.GOOD, OLD),
                List.of());
        assertThat(ChangeSets.together(List.of(part, other), NOW).id()).hasToString("fts-3.1:production+1:1000002");
    }

    @Test
    void productionGetsTheReleaseInPlaceOfWhatItHasOfTheSameComponent() {
        ChangeSet change = intoProduction(RolloutState.IN_PRODUCTION, OLD, NEW);
        assertThat(change.stage()).isEqualTo(Stage.PRODUCTION);
        assertThat(change.add()).containsExactly(NEW);
        assertThat(change.remove()).containsExactly(OLD);
        assertThat(intoProduction(RolloutState.FAULTY, OLD, NEW).remove()).containsExactly(OLD);
    }

    @Test
    void whatIsNotInProductionIsNotReplacedThere() {
        assertThat(intoProduction(RolloutState.GOOD, OLD, NEW).remove()).isEmpty();
    }

    @Test
    void otherComponentsAndOtherArchitecturesStay() {
        assertThat(intoProduction(RolloutState.IN_PRODUCTION, ref("voms-clients", "2.0", "x86_64"), NEW)
                        .remove())
                .isEmpty();
        assertThat(intoProduction(RolloutState.IN_PRODUCTION, ref("voms", "2.0", "i686"), NEW)
                        .remove())
                .isEmpty();
    }

    @Test
    void packageForAllArchitecturesTakesThePlaceOfAnyAndAnyTakesItsPlace() {
        PackageRef oldForAll = ref("voms", "2.0", "noarch");
        PackageRef newForAll = ref("voms", "2.1", "noarch");
        assertThat(intoProduction(RolloutState.IN_PRODUCTION, oldForAll, NEW).remove())
                .containsExactly(oldForAll);
        assertThat(intoProduction(RolloutState.IN_PRODUCTION, OLD, newForAll).remove())
                .containsExactly(OLD);
    }

    @Test
    void packageThatStaysTheSameIsNotTakenOut() {
        assertThat(intoProduction(RolloutState.IN_PRODUCTION, NEW, NEW).remove())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = RolloutState.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CONTRIBUTED", "IN_PRODUCTION", "FAULTY"})
    void whatBetaOffersIsTakenOutOfIt(RolloutState state) {
        PendingPublication removal = ChangeSets.outOfBeta(rollout(state), NOW).orElseThrow();
        assertThat(removal.changeSet().id()).hasToString("voms-2.1:beta-removal:1000002");
        assertThat(removal.changeSet().stage()).isEqualTo(Stage.BETA);
        assertThat(removal.changeSet().add()).isEmpty();
        assertThat(removal.changeSet().remove()).containsExactly(NEW);
        assertThat(removal.revokes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = RolloutState.class,
            names = {"CONTRIBUTED", "IN_PRODUCTION", "FAULTY"})
    void whatBetaDoesNotOfferIsNotTakenOutOfIt(RolloutState state) {
        assertThat(ChangeSets.outOfBeta(rollout(state), NOW)).isEmpty();
    }

    @Test
    void publicationInBetaThatNobodyConfirmedIsRevoked() {
        PendingPublication unconfirmed = intoBeta();
        Rollout rollout = rollout(RolloutState.CONTRIBUTED).withPending(unconfirmed);
        assertThat(ChangeSets.outOfBeta(rollout, NOW).orElseThrow().revokes()).contains(unconfirmed.changeSet());
    }

    @Test
    void removalThatIsPendingAlreadyAndWhatGoesIntoProductionAreNotRevoked() {
        Rollout good = rollout(RolloutState.GOOD);
        PendingPublication removal = ChangeSets.outOfBeta(good, NOW).orElseThrow();
        PendingPublication production =
                ChangeSets.intoProduction(release(NEW), line(RolloutState.GOOD, OLD), List.of(), NOW);
        assertThat(ChangeSets.outOfBeta(good.withPending(removal, production), NOW)
                        .orElseThrow()
                        .revokes())
                .isEmpty();
    }

    private static PendingPublication intoBeta() {
        return ChangeSets.intoBeta(release(NEW), line(RolloutState.GOOD, OLD), List.of(), NOW);
    }

    private static ChangeSet intoProduction(RolloutState state, PackageRef there, PackageRef brought) {
        return ChangeSets.intoProduction(release(brought), line(state, there), List.of(), NOW)
                .changeSet();
    }

    private static ProductLine line(RolloutState state, PackageRef there) {
        return new ProductLine(
                ProductId.of("voms"),
                Platform.parse("el9/x86_64"),
                Map.of(),
                List.of(new ProductLine.Entry(ReleaseId.of("voms-2.0"), state, List.of(there))),
                Optional.empty(),
                List.of());
    }

    private static Rollout rollout(RolloutState state) {
        return new RolloutBuilder()
                .release(release(NEW))
                .state(state)
                .stateSince(NOW)
                .latestInstant(NOW)
                .build();
    }

    private static Release release(PackageRef... packages) {
        return Release.builder()
                .id(ReleaseId.of("voms-2.1"))
                .product(ProductId.of("voms"))
                .label("VOMS 2.1")
                .platform(Platform.parse("el9/x86_64"))
                .packages(Arrays.asList(packages))
                .build();
    }

    private static PackageRef ref(String name, String version, String arch) {
        return new PackageRef(new Nevra(name, Evr.of(version, "1"), arch), new Sha256("0".repeat(64)));
    }
}
