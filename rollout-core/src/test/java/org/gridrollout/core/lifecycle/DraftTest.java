package org.gridrollout.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.TeamId;
import org.gridrollout.api.rollout.ProductLine;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.core.policy.RolloutPolicy;
import org.gridrollout.core.rule.RuleBook;
import org.gridrollout.core.version.RpmVersionScheme;
import org.junit.jupiter.api.Test;

class DraftTest {

    private static final ProductId VOMS = ProductId.of("voms");
    private static final Platform EL9 = Platform.parse("el9/x86_64");
    private static final Actor TEAM = Actor.productTeam("tom", TeamId.of("voms-team"));
    private static final RpmVersionScheme VERSIONS = new RpmVersionScheme();
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    private final Draft draft = onSecond(onFirst());

    @Test
    void seesWhatItsEventsLedTo() {
        draft.record(published());
        assertThat(draft.rollout().state()).isEqualTo(RolloutState.IN_BETA);
        assertThat(draft.context().line().entry(id(2)).orElseThrow().state()).isEqualTo(RolloutState.IN_BETA);
        assertThat(draft.context().line().floor()).containsKey("voms");
        assertThat(draft.known()).extracting(Rollout::id).containsExactly(id(2), id(1));
        assertThat(draft.others()).extracting(Rollout::id).containsExactly(id(1));
    }

    @Test
    void knowsTheOthersOfTheLineThoughItsOwnRolloutHasYetToBegin() {
        Decision first = onFirst();
        List<Rollout> others = List.copyOf(first.rollouts().values());
        Draft second = new Draft(id(2), Optional.empty(), context(first.line(), others));
        assertThat(second.others()).extracting(Rollout::id).containsExactly(id(1));
    }

    @Test
    void givesTheContextOfAnotherInstantWithTheLineAsItIsByNow() {
        draft.record(published());
        Context later = draft.contextAt(NOW.plusSeconds(1));
        assertThat(later.now()).isEqualTo(NOW.plusSeconds(1));
        assertThat(later.line()).isEqualTo(draft.context().line());
        assertThat(later.others()).isEmpty();
    }

    @Test
    void comesToNothingWithoutEvents() {
        Decision decision = draft.decision(Optional.empty());
        assertThat(decision.events()).isEmpty();
        assertThat(decision.rollouts()).isEmpty();
    }

    @Test
    void comesToTheEventsOfOneRolloutInTheirOrder() {
        draft.record(published());
        draft.record(withdrawn());
        Decision decision = draft.decision(Optional.empty());
        assertThat(decision.events()).containsOnlyKeys(id(2));
        assertThat(decision.eventsOf(id(2))).containsExactly(published(), withdrawn());
        assertThat(decision.rollouts().get(id(2)).state()).isEqualTo(RolloutState.WITHDRAWN);
    }

    @Test
    void comesToTheEventsOfManyRolloutsInTheOrderInWhichTheyWereTouched() {
        draft.record(id(1), published());
        draft.record(published());
        draft.record(id(1), withdrawn());
        Decision decision = draft.decision(Optional.empty());
        assertThat(decision.events().keySet()).containsExactly(id(1), id(2));
        assertThat(decision.rollouts().keySet()).containsExactly(id(1), id(2));
        assertThat(decision.eventsOf(id(1))).containsExactly(published(), withdrawn());
        assertThat(decision.eventsOf(id(2))).containsExactly(published());
        assertThat(decision.line().living())
                .extracting(ProductLine.Entry::release)
                .containsExactly(id(2));
    }

    @Test
    void knowsNoRolloutThatWasNotRead() {
        assertThatIllegalStateException().isThrownBy(() -> draft.rollout(id(3))).withMessageContaining("voms-3");
    }

    private static Decision onFirst() {
        Draft first = new Draft(id(1), Optional.empty(), context(ProductLine.empty(VOMS, EL9), List.of()));
        assertThat(first.begun()).isFalse();
        first.record(contributed(1));
        assertThat(first.begun()).isTrue();
        return first.decision(Optional.empty());
    }

    private static Draft onSecond(Decision first) {
        List<Rollout> others = List.copyOf(first.rollouts().values());
        Draft second = new Draft(id(2), Optional.empty(), context(first.line(), others));
        second.record(contributed(2));
        Decision begun = second.decision(Optional.empty());
        return new Draft(id(2), Optional.of(begun.rollouts().get(id(2))), context(begun.line(), others));
    }

    private static RolloutEvent.Contributed contributed(int number) {
        Release release = Release.builder()
                .id(id(number))
                .product(VOMS)
                .label("VOMS " + number)
                .platform(EL9)
                .addPackages(new PackageRef(
                        new Nevra("voms", Evr.of("2." + number, "1"), "x86_64"),
                        new Sha256(String.valueOf(number).repeat(64))))
                .build();
        return new RolloutEvent.Contributed(
                NOW,
                TEAM,
                release,
                List.of(),
                ChangeSets.intoBeta(release, ProductLine.empty(VOMS, EL9), List.of(), NOW));
    }

    private static RolloutEvent published() {
        return new RolloutEvent.BetaPublished(NOW, 1);
    }

    private static RolloutEvent withdrawn() {
        return new RolloutEvent.Withdrawn(NOW, TEAM, "not ours", Optional.empty());
    }

    private static Context context(ProductLine line, List<Rollout> others) {
        RolloutPolicy policy = RolloutPolicy.STANDARD;
        return new Context(
                NOW,
                policy,
                RuleBook.of(policy, VERSIONS, List.of()),
                VERSIONS,
                new SurroundingsBuilder().build(),
                line,
                others);
    }

    private static ReleaseId id(int number) {
        return ReleaseId.of("voms-" + number);
    }
}
