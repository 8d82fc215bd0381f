package org.gridrollout.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.Sla;
import org.gridrollout.api.sla.SlaBuilder;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.core.engine.RecordedChange;
import org.gridrollout.core.engine.RecordedEvent;
import org.gridrollout.core.engine.Rehearsal;
import org.gridrollout.core.engine.RolloutEngine;
import org.gridrollout.core.lifecycle.Lifecycle;
import org.gridrollout.core.memory.InMemoryRolloutStore;
import org.gridrollout.core.policy.EvidencePolicy;
import org.gridrollout.core.policy.RolloutPolicy;
import org.gridrollout.core.policy.RolloutPolicy.PeriodsInHold;
import org.gridrollout.core.policy.RolloutPolicy.Promotion;
import org.gridrollout.core.whatif.CommandDifference;
import org.gridrollout.core.whatif.Difference;
import org.gridrollout.core.whatif.Stay;
import org.gridrollout.core.whatif.WhatIf;

class WhatIfProperties {

    @Provide
    Arbitrary<Recorded> histories() {
        return Recorded.any();
    }

    /** What to change in a policy. */
    record Change(EvidencePolicy evidence, Promotion promotion, PeriodsInHold periodsInHold, int days) {
        RolloutPolicy of(RolloutPolicy policy) {
            return policy.withEvidence(evidence).withPromotion(promotion).withPeriodsInHold(periodsInHold);
        }

        Sla of(Sla sla) {
            Duration report = Duration.ofDays(days);
            return new SlaBuilder()
                    .from(sla)
                    .acknowledgeWithin(sla.acknowledgeWithin().map(each -> shorter(each, report)))
                    .deployWithin(sla.deployWithin().map(each -> shorter(each, report)))
                    .reportWithin(report)
                    .build();
        }

        private static Duration shorter(Duration one, Duration other) {
            return one.compareTo(other) < 0 ? one : other;
        }
    }

    @Provide
    Arbitrary<Change> changes() {
        return Combinators.combine(
                        Arbitraries.of(
                                EvidencePolicy.ONE_SITE, EvidencePolicy.SILENCE_IS_GOOD, new EvidencePolicy(2, 20)),
                        Arbitraries.of(Promotion.class),
                        Arbitraries.of(PeriodsInHold.class),
                        Arbitraries.integers().between(1, 20))
                .as(Change::new);
    }

    @Property(tries = 60)
    void withTheSamePolicyNothingDiffers(
            @ForAll("histories") Recorded history, @ForAll @IntRange(min = -500, max = 500) int hours) {
        GridSimulation grid = history.played();
        WhatIf same = WhatIf.of(grid.engine());
        assertThat(same.run().isEmpty()).isTrue();
        Instant end = grid.backends().store().latestInstant().orElseThrow();
        assertThat(same.until(end.plus(Duration.ofHours(hours))).run()).matches(Difference::isEmpty, "is empty");
    }

    /** Recorded by an engine that promotes by itself and is swept all the time. */
    @Property(tries = 30)
    void withTheSameAutomaticPolicyNothingDiffers(
            @ForAll("histories") Recorded history, @ForAll("changes") Change change) {
        GridSimulation grid = history.played();
        RolloutPolicy automatic = change.of(grid.engine().policy()).withPromotion(Promotion.AUTOMATIC);
        RolloutStore store = new InMemoryRolloutStore();
        Rehearsal rehearsal =
                Rehearsal.anew(grid.engine(), automatic, store, Rehearsal.Keeps.JOURNAL, (release, event) -> {});
        for (RecordedChange each : grid.engine().changes(0, 10_000)) {
            rehearsal.advanceTo(each.at());
            rehearsal.play(each);
        }
        RolloutEngine recorded = RolloutEngine.builder()
                .store(store)
                .repository(grid.backends().repository())
                .policy(automatic)
                .build();
        assertThat(WhatIf.of(recorded).run()).matches(Difference::isEmpty, "is empty");
    }

    @Property(tries = 60)
    void whateverIsDifferentThereIsAnAnswerThatTellsTheRecordedSideAsItWas(
            @ForAll("histories") Recorded history, @ForAll("changes") Change change) {
        GridSimulation grid = history.played();
        Difference difference = WhatIf.of(grid.engine())
                .with(change.of(grid.engine().policy()))
                .terms(change::of)
                .run();
        reached("another way", !difference.releases().isEmpty());
        reached("other obligations", hasObligations(difference));
        reached("accepted and would be refused", hasRefusedNow(difference));
        difference
                .releases()
                .forEach(each -> assertThat(each.before().stream().map(Stay::state))
                        .startsWith(states(grid, each.release()).toArray(RolloutState[]::new)));
        Set<Long> refused = grid.engine().refusals(0, 10_000).stream()
                .map(each -> each.position())
                .collect(Collectors.toSet());
        for (CommandDifference each : difference.commands()) {
            assertThat(each.before().isPresent()).isNotEqualTo(each.after().isPresent());
            assertThat(refused.contains(each.position()))
                    .isEqualTo(each.before().isPresent());
        }
        assertThat(difference.asTable()).startsWith("Until ").endsWith("\n");
    }

    /** The property says something only about what its generator reaches. */
    private static void reached(String what, boolean here) {
        Statistics.label(what).collect(here).coverage(found -> found.check(true).count(each -> each > 0));
    }

    private static boolean hasObligations(Difference difference) {
        return difference.releases().stream()
                .anyMatch(each -> !each.obligations().isEmpty());
    }

    private static boolean hasRefusedNow(Difference difference) {
        return difference.commands().stream().anyMatch(each -> each.after().isPresent());
    }

    /** What the snapshot's way so far was, told by folding. */
    private static List<RolloutState> states(GridSimulation grid, ReleaseId release) {
        List<RolloutState> states = new ArrayList<>();
        Rollout rollout = null;
        for (RecordedEvent each : grid.engine().history(release)) {
            Rollout after = Lifecycle.evolve(rollout, each.event());
            if (rollout == null || rollout.state() != after.state()) {
                states.add(after.state());
            }
            rollout = after;
        }
        return states;
    }
}
