package org.gridrollout.core.rule;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.rollout.CheckResult;
import org.gridrollout.api.rollout.Emergency;
import org.gridrollout.api.rollout.Observation;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.rollout.Scope;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.verdict.RuleId;
import org.gridrollout.core.evidence.SubjectDigest;
import org.gridrollout.core.policy.EvidencePolicy;
import org.gridrollout.core.policy.FreezeWindow;
import org.gridrollout.core.policy.RequiredCheck;
import org.gridrollout.core.policy.RolloutPolicy;

/** A policy and a rollout with some of everything that can be wrong with one. */
record Case(RolloutPolicy policy, Stand stand, List<Trait> traits) {

    private static final RuleId INSTALL = RuleId.of("installs");
    private static final RuleId SCAN = RuleId.of("scan");
    private static final Duration AGES = Duration.ofDays(10_000);
    private static final Sha256 OTHER = new Sha256("cd".repeat(32));

    /** How far it has come. */
    enum Stand {
        UNANNOUNCED,
        TO_NOBODY,
        PERIOD_RUNS,
        PERIOD_OVER
    }

    /** Something that is so about it; what is counted is numbered by its place. */
    enum Trait {
        UNDECIDED((scene, place) -> scene.filed("GGUS-" + place)),
        CRITICAL((scene, place) -> scene.decided("GGUS-" + place, Criticality.CRITICAL)),
        KNOWN_ISSUE((scene, place) -> scene.decided("GGUS-" + place, Criticality.NON_CRITICAL)),
        ASKED((scene, place) -> asked(scene, place)),
        RUNNING((scene, place) -> asked(scene, place).running("SITE-" + place, Duration.ofDays(3))),
        RAN((scene, place) -> asked(scene, place).ran("SITE-" + place, Duration.ofDays(6), Duration.ofDays(2))),
        LOWER_IN_PRODUCTION((scene, place) -> scene.beside("voms-" + place, RolloutState.IN_PRODUCTION, "2.0")),
        HIGHER_IN_PRODUCTION((scene, place) -> scene.beside("voms-" + place, RolloutState.IN_PRODUCTION, "3.0")),
        ON_ITS_WAY((scene, place) -> scene.beside("voms-" + place, RolloutState.PROMOTING, "2.0")),
        NEEDS_ABSENT((scene, place) -> needs(scene, place)),
        NEEDS_FAULTY((scene, place) -> needs(scene, place).needed("dep-" + place, RolloutState.FAULTY)),
        NEEDS_GOOD((scene, place) -> needs(scene, place).needed("dep-" + place, RolloutState.GOOD)),
        NEEDS_REJECTED((scene, place) -> needs(scene, place).needed("dep-" + place, RolloutState.REJECTED)),
        NEEDS_PRODUCTION((scene, place) -> needs(scene, place).needed("dep-" + place, RolloutState.IN_PRODUCTION)),
        UNCERTIFIED((scene, place) -> scene.release(each -> each.withCertification(Optional.empty()))),
        INSTALLS((scene, place) -> scene.checked(result(scene, INSTALL, CheckResult.Outcome.PASSED))),
        SCAN_FAILED((scene, place) -> scene.checked(result(scene, SCAN, CheckResult.Outcome.FAILED))),
        SCAN_STRAY((scene, place) ->
                scene.checked(new CheckResult(SCAN, CheckResult.Outcome.PASSED, OTHER, Scene.NOW, ""))),
        EMERGENCY((scene, place) ->
                scene.with(each -> each.withEmergency(new Emergency(Scene.MU, "CVE-2026-1", Scene.NOW)))),
        EXPOSURE_WAIVED((scene, place) -> scene.waived(BuiltInRules.ENOUGH_EXPOSURE, Scope.PROMOTION)),
        FREEZE_WAIVED((scene, place) -> scene.waived(BuiltInRules.NO_FREEZE_WINDOW, Scope.EVERYWHERE));

        private final Placed placed;

        Trait(Placed placed) {
            this.placed = placed;
        }

        Scene applyTo(Scene scene, int place) {
            return placed.apply(scene, place);
        }

        private static Scene asked(Scene scene, int place) {
            return scene.asked("SITE-" + place);
        }

        private static Scene needs(Scene scene, int place) {
            List<String> all = java.util.stream.Stream.concat(
                            scene.rollout().release().needs().stream().map(each -> each.value()),
                            java.util.stream.Stream.of("dep-" + place))
                    .toList();
            return scene.needs(all.toArray(String[]::new));
        }

        private static CheckResult result(Scene scene, RuleId check, CheckResult.Outcome outcome) {
            return new CheckResult(
                    check, outcome, SubjectDigest.of(scene.rollout().release()), Scene.NOW, "");
        }

        private interface Placed {
            Scene apply(Scene scene, int place);
        }
    }

    static Arbitrary<Case> cases() {
        Arbitrary<List<Trait>> traits = Arbitraries.of(Trait.class).list().ofMaxSize(8);
        return Combinators.combine(Arbitraries.of(Stand.class), policies(), traits)
                .as(Case::of);
    }

    // Before the announcement nobody knows how long the period will be, and whether other times will have passed with
    // it.
    private static Case of(Stand stand, RolloutPolicy policy, List<Trait> traits) {
        EvidencePolicy evidence = policy.evidence();
        return stand == Stand.UNANNOUNCED
                ? new Case(
                        policy.withEvidence(new EvidencePolicy(evidence.deployedSites(), 0))
                                .withFreezeWindows(),
                        stand,
                        traits)
                : new Case(policy, stand, traits);
    }

    private static Arbitrary<RolloutPolicy> policies() {
        Arbitrary<EvidencePolicy> evidence = Combinators.combine(
                        Arbitraries.integers().between(0, 3), Arbitraries.of(0.0, 5.0, 30.0))
                .as(EvidencePolicy::new);
        Arbitrary<UnaryOperator<RolloutPolicy>> freeze = Arbitraries.of(List.of(
                policy -> policy,
                policy -> policy.withFreezeWindows(
                        new FreezeWindow(Scene.NOW, Scene.NOW.plus(Duration.ofDays(4)), "end of year")),
                policy -> policy.withFreezeWindows(new FreezeWindow(Scene.ANNOUNCED, Scene.NOW, "over"))));
        Arbitrary<List<RequiredCheck>> checks = Arbitraries.of(List.of(
                List.<RequiredCheck>of(),
                List.of(new RequiredCheck(INSTALL, AGES)),
                List.of(new RequiredCheck(INSTALL, AGES), new RequiredCheck(SCAN, AGES))));
        return Combinators.combine(evidence, freeze, checks, Arbitraries.of(true, false))
                .as((rules, frozen, required, certified) -> frozen.apply(RolloutPolicy.STANDARD
                        .withEvidence(rules)
                        .withChecks(required)
                        .withCertificationRequired(certified)));
    }

    Scene scene() {
        Scene scene = switch (stand) {
            case UNANNOUNCED -> Scene.good().unannounced();
            case TO_NOBODY ->
                Scene.good().state(RolloutState.INCONCLUSIVE).with(each -> each.withObservation(Optional.empty()));
            case PERIOD_RUNS ->
                Scene.good()
                        .state(RolloutState.ROLLING_OUT)
                        .with(each -> each.withObservation(
                                new Observation(Scene.ANNOUNCED, Scene.NOW.plus(Duration.ofDays(2)))));
            case PERIOD_OVER -> Scene.good();
        };
        boolean announced = stand == Stand.PERIOD_RUNS || stand == Stand.PERIOD_OVER;
        for (int place : IntStream.range(0, traits.size()).toArray()) {
            Trait trait = traits.get(place);
            boolean ofSites = trait == Trait.ASKED || trait == Trait.RUNNING || trait == Trait.RAN;
            scene = announced || !ofSites ? trait.applyTo(scene, place) : scene;
        }
        return scene;
    }

    @Override
    public String toString() {
        return stand + " " + traits + ", " + policy.evidence() + ", " + policy.freezeWindows() + ", " + policy.checks()
                + ", certification " + policy.certificationRequired();
    }
}
