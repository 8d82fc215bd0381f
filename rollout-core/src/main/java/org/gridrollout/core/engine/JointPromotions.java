package org.gridrollout.core.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.gridrollout.api.command.RolloutCommand.Promote;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.notice.Notice;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.Installability;
import org.gridrollout.api.rollout.ProductLine;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.store.StreamWrite;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.api.verdict.RuleId;
import org.gridrollout.api.verdict.Verdict;
import org.gridrollout.core.engine.Decider.Result;
import org.gridrollout.core.lifecycle.ChangeSets;
import org.gridrollout.core.lifecycle.Decision;
import org.gridrollout.core.lifecycle.Lifecycle;
import org.gridrollout.core.lifecycle.Surroundings;

/**
 * Releases of several products go to production together: each is decided by its own rules, and all are given the same
 * change of the repository in one change of the store. Whichever of them carries it out, the others find it done.
 */
final class JointPromotions {

    private static final int ATTEMPTS = 50;
    private static final RuleId ONE_LINE_EACH = RuleId.of("products-and-platform-fit");

    private final SituationReader reader;
    private final Decider decider;
    private final Optional<Installing> installing;
    private final Supplier<Instant> now;

    JointPromotions(SituationReader reader, Decider decider, Optional<Installing> installing, Supplier<Instant> now) {
        this.reader = reader;
        this.decider = decider;
        this.installing = installing;
        this.now = now;
    }

    /** What came of it: the events of the release in question, or why not all of them can go. */
    Result promote(Promote command) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Instant asked = now.get();
            Map<ReleaseId, Situation> situations = situations(command, asked);
            Instant at = latest(situations, asked);
            Optional<Verdict> unfit = unfit(command, situations);
            if (unfit.isPresent()) {
                return refused(situations, unfit.get(), at);
            }
            Map<ReleaseId, Decision> decisions = decide(command, situations, at);
            Optional<Verdict> refusal = refusal(command, decisions);
            if (refusal.isPresent()) {
                return refused(situations, refusal.get(), at);
            }
            Optional<Result> kept = keep(command, situations, decisions, at);
            if (kept.isPresent()) {
                return kept.get();
            }
        }
        throw new ContentionException("A decision on " + command.releaseId(), ATTEMPTS);
    }

    private Map<ReleaseId, Situation> situations(Promote command, Instant at) {
        Map<ReleaseId, Situation> situations = new LinkedHashMap<>();
        situations.put(command.releaseId(), reader.read(command.releaseId(), at));
        command.with().forEach(each -> situations.put(each, reader.read(each, at)));
        return situations;
    }

    /** One instant for all of them, which none of their clocks has passed. */
    private static Instant latest(Map<ReleaseId, Situation> situations, Instant asked) {
        Instant latest = asked;
        for (Situation each : situations.values()) {
            for (Rollout rollout : each.rollouts()) {
                latest = rollout.latestInstant().isAfter(latest) ? rollout.latestInstant() : latest;
            }
        }
        return latest;
    }

    private static Optional<Verdict> unfit(Promote command, Map<ReleaseId, Situation> situations) {
        Set<String> lines = new LinkedHashSet<>();
        Set<String> platforms = new LinkedHashSet<>();
        situations.values().forEach(each -> {
            lines.add(each.release().product().value());
            platforms.add(each.release().platform().toString());
        });
        return lines.size() == situations.size() && platforms.size() == 1
                ? Optional.empty()
                : Optional.of(new Verdict(
                        subject(command),
                        List.of(Finding.of(
                                ONE_LINE_EACH,
                                FindingOutcome.BLOCKED,
                                "Only releases of different products on one platform go together; these are of "
                                        + String.join(", ", lines) + " on " + String.join(", ", platforms) + ".",
                                List.of(Party.MIDDLEWARE_UNIT)))));
    }

    private Map<ReleaseId, Decision> decide(Promote command, Map<ReleaseId, Situation> situations, Instant at) {
        ChangeSet together = ChangeSets.together(
                situations.values().stream()
                        .map(each -> new ChangeSets.Part(each.release(), each.lineOrEmpty(), each.rollouts()))
                        .toList(),
                at);
        Optional<Installability> production = installing.map(each -> each.promoted(together));
        Map<ReleaseId, Decision> decisions = new LinkedHashMap<>();
        situations.forEach((id, situation) -> decisions.put(
                id,
                Lifecycle.decide(
                        situation.rollout().value(),
                        new Promote(id, command.actor()),
                        decider.context(jointly(situation, situations.keySet(), together, production), at))));
        return decisions;
    }

    private static Situation jointly(
            Situation situation, Set<ReleaseId> all, ChangeSet together, Optional<Installability> production) {
        Map<ReleaseId, RolloutState> needed =
                new LinkedHashMap<>(situation.around().needed());
        needed.replaceAll((id, state) -> all.contains(id) ? RolloutState.IN_PRODUCTION : state); // they come with it
        Surroundings around = situation
                .around()
                .withNeeded(needed)
                .withJointly(together)
                .withProduction(production
                        .map(each -> Map.of(situation.release().id(), each))
                        .orElse(Map.of()));
        return new Situation(situation.release(), situation.rollout(), situation.line(), situation.others(), around);
    }

    /** Everything against any of them. */
    private static Optional<Verdict> refusal(Promote command, Map<ReleaseId, Decision> decisions) {
        List<Finding> against = new ArrayList<>();
        decisions
                .values()
                .forEach(each -> each.refusal()
                        .ifPresent(verdict -> verdict.blockers().stream()
                                .filter(finding -> !against.contains(finding))
                                .forEach(against::add)));
        decisions.forEach((id, decision) -> {
            boolean decided = decision.refusal().isPresent()
                    || decision.eventsOf(id).stream().anyMatch(RolloutEvent.PromotionDecided.class::isInstance);
            if (!decided) {
                against.add(Finding.of(
                        RuleId.of("promoted-once"),
                        FindingOutcome.BLOCKED,
                        id + " is on its way to production already.",
                        List.of(Party.NOBODY)));
            }
        });
        return against.isEmpty() ? Optional.empty() : Optional.of(new Verdict(subject(command), against));
    }

    private Optional<Result> keep(
            Promote command, Map<ReleaseId, Situation> situations, Map<ReleaseId, Decision> decisions, Instant at) {
        List<StreamWrite> writes = new ArrayList<>();
        List<Notice> notices = new ArrayList<>();
        Map<ReleaseId, List<RolloutEvent>> events = new LinkedHashMap<>();
        Map<ReleaseId, Rollout> rollouts = new LinkedHashMap<>();
        situations.forEach((id, situation) -> {
            Decision decision = decisions.get(id);
            if (decision != null) {
                Optional<Promote> asked = id.equals(command.releaseId()) ? Optional.of(command) : Optional.empty();
                writes.addAll(decider.writes(situation, decision, asked, command.actor(), at));
                notices.addAll(Decider.notices(situation, decision));
                events.putAll(decision.events());
                rollouts.putAll(decision.rollouts());
            }
        });
        if (!decider.isKept(decider.change(writes, notices))) {
            return Optional.empty();
        }
        ProductLine line = situations.values().iterator().next().lineOrEmpty();
        return Optional.of(new Result(new Decision(events, rollouts, line, Optional.empty()), notices, at));
    }

    private static Result refused(Map<ReleaseId, Situation> situations, Verdict verdict, Instant at) {
        ProductLine line = situations.values().iterator().next().lineOrEmpty();
        return new Result(new Decision(Map.of(), Map.of(), line, Optional.of(verdict)), List.of(), at);
    }

    private static String subject(Promote command) {
        return "Promote " + command.releaseId() + " together with "
                + String.join(
                        ", ", command.with().stream().map(ReleaseId::toString).toList());
    }
}
