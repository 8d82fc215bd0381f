package org.gridrollout.core.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.rollout.CheckResult;
import org.gridrollout.api.rollout.Observation;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.rollout.Scope;
import org.gridrollout.api.verdict.Change;
import org.gridrollout.api.verdict.RuleId;
import org.gridrollout.core.evidence.SubjectDigest;

/** Pretends that changes came true, by what they say. Time passes last. */
final class Fulfilled {

    private Scene scene;

    private Fulfilled(Scene scene) {
        this.scene = scene;
    }

    static Scene by(Scene scene, List<Change> changes) {
        Fulfilled fulfilled = new Fulfilled(scene);
        changes.stream().filter(each -> !each.isTime()).forEach(fulfilled::make);
        changes.stream().filter(Change::isTime).forEach(fulfilled::pass);
        return fulfilled.scene;
    }

    private void make(Change change) {
        RuleId rule = change.rule();
        String last = change.what().substring(change.what().lastIndexOf(' ') + 1);
        if (change.what().equals("waives " + rule)) {
            scene = scene.waived(rule, Scope.EVERYWHERE);
        } else if (rule.equals(BuiltInRules.NO_UNDECIDED_INCIDENT) || rule.equals(BuiltInRules.NO_CRITICAL_INCIDENT)) {
            scene = scene.incident(last, each -> each.decided(Criticality.NON_CRITICAL, Scene.NOW, "tried", ""));
        } else if (rule.equals(BuiltInRules.ANNOUNCED)) {
            Observation period = new Observation(Scene.NOW, Scene.NOW.plus(Duration.ofDays(7)));
            scene = scene.state(RolloutState.ROLLING_OUT).with(each -> each.withObservation(period));
        } else if (rule.equals(BuiltInRules.ENOUGH_EXPOSURE)) {
            deploy(change);
        } else if (rule.equals(BuiltInRules.VERSIONS_RISE)) {
            rise();
        } else if (rule.equals(BuiltInRules.ONE_PROMOTION_AT_A_TIME)) {
            scene = scene.line(scene.candidate().line().living().stream()
                    .filter(each -> !Party.release(each.release()).equals(change.who()))
                    .toList());
        } else if (rule.equals(BuiltInRules.NEEDED_RELEASES_FIRST)) {
            arrive(change, last);
        } else {
            check(rule);
        }
    }

    private void deploy(Change change) {
        if (change.who().kind() == Party.Kind.SITE) {
            scene = scene.running(change.who().name(), Duration.ZERO);
            return;
        }
        int more = Integer.parseInt(change.what().split(" ")[1]);
        for (int i = 0; i < more; i++) {
            scene = scene.asked("MORE-" + i).running("MORE-" + i, Duration.ZERO);
        }
    }

    private void arrive(Change change, String last) {
        if (change.who().equals(Party.release(Scene.ID))) {
            scene = scene.needs(scene.rollout().release().needs().stream()
                    .map(each -> each.value())
                    .filter(each -> !each.equals(last))
                    .toArray(String[]::new));
        } else {
            scene = scene.needed(change.who().name(), RolloutState.IN_PRODUCTION);
        }
    }

    /** What was checked of the old packages is checked of the new ones as well. */
    private void rise() {
        Scene before = scene;
        scene = scene.release(each -> each.withPackages(Scene.voms("99")));
        List<CheckResult> again = new ArrayList<>();
        for (CheckResult each : before.rollout().checks()) {
            boolean own =
                    each.subject().equals(SubjectDigest.of(before.rollout().release()));
            again.add(
                    own
                            ? new CheckResult(
                                    each.check(),
                                    each.outcome(),
                                    SubjectDigest.of(scene.rollout().release()),
                                    each.at(),
                                    "")
                            : each);
        }
        scene = scene.with(each -> each.withChecks(again));
    }

    private void check(RuleId rule) {
        scene = scene.checked(new CheckResult(
                rule,
                CheckResult.Outcome.PASSED,
                SubjectDigest.of(scene.rollout().release()),
                Scene.NOW,
                ""));
    }

    private void pass(Change change) {
        Instant until = change.notBefore()
                .orElseGet(() -> scene.rollout()
                        .observation()
                        .map(each -> each.dueAt().plusNanos(1_000))
                        .orElse(scene.candidate().now()));
        if (until.isAfter(scene.candidate().now())) {
            scene = scene.at(until);
        }
    }
}
