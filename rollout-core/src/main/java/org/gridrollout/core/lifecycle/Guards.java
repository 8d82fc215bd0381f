package org.gridrollout.core.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.gridrollout.api.event.EventType;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.api.verdict.RuleId;
import org.gridrollout.api.verdict.Verdict;
import org.gridrollout.core.rule.Wording;

/** Collects every reason why a command cannot happen, so that its actor hears all of them at once. */
final class Guards {

    static final RuleId STATE_ALLOWS = RuleId.of("state-allows");

    private final String command;
    private final Release release;
    private final List<Finding> against = new ArrayList<>(0);

    Guards(String command, Draft draft) {
        this(command, draft.release());
    }

    Guards(String command, Release release) {
        this.command = command;
        this.release = release;
    }

    /** The table lets an event of that type happen now. */
    Guards state(Rollout rollout, EventType type) {
        if (!TransitionTable.permits(rollout.state(), type)) {
            against.add(Finding.of(
                            STATE_ALLOWS,
                            FindingOutcome.BLOCKED,
                            rollout.id() + " is " + rollout.state() + "; this is possible "
                                    + possible(TransitionTable.statesFor(type)) + ".",
                            List.of(Party.NOBODY))
                    .with("state", rollout.state()));
        }
        return this;
    }

    Guards require(boolean holds, String rule, String sentence, Party... mustAct) {
        if (!holds) {
            against.add(Finding.of(RuleId.of(rule), FindingOutcome.BLOCKED, sentence, List.of(mustAct)));
        }
        return this;
    }

    /** More reasons, from whoever knows them. */
    Guards with(Consumer<Guards> more) {
        more.accept(this);
        return this;
    }

    void against(Finding finding) {
        against.add(finding);
    }

    /** Whatever a verdict has against it. */
    Guards passes(Verdict verdict) {
        if (!verdict.passes()) {
            against.addAll(verdict.blockers());
        }
        return this;
    }

    /** The verdict to refuse with; empty if nothing is in the way. */
    Optional<Verdict> refusal() {
        return against.isEmpty() ? Optional.empty() : Optional.of(new Verdict(command + " " + release, against));
    }

    private static String possible(Set<RolloutState> states) {
        return states.isEmpty()
                ? "in no state"
                : "only " + Wording.list(List.copyOf(states), Enum::name).replace(" and ", " or ");
    }
}
