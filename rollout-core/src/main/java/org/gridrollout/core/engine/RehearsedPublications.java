package org.gridrollout.core.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.command.RolloutCommand.AbortPublication;
import org.gridrollout.api.command.RolloutCommand.ConfirmPublication;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.rollout.Rollout;

/**
 * Publications of a rehearsal: those that the recorded repository was asked for too get its answer when it came; all others
 * are published at once. Not thread-safe.
 */
final class RehearsedPublications implements Publications {

    private final RehearsalRepository repository;
    private final Set<ChangeSetId> awaited = new HashSet<>();
    private final Map<ChangeSetId, RolloutCommand> answers = new HashMap<>();
    private Publications atOnce = (rollout, answer) -> false;

    RehearsedPublications(RehearsalRepository repository) {
        this.repository = repository;
    }

    /** With what is published that the recorded repository was not asked for. */
    Publications otherwise(Publications publishing) {
        atOnce = publishing;
        return this;
    }

    void await(ChangeSetId changeSet) {
        awaited.add(changeSet);
    }

    void awaitNoMore() {
        awaited.clear();
    }

    /** The repository's answer has come; it is no matter if nobody is waiting for it in this timeline. */
    void answered(ConfirmPublication answer) {
        answers.put(answer.changeSet(), answer);
    }

    void answered(AbortPublication answer) {
        answers.put(answer.changeSet(), answer);
    }

    @Override
    public boolean settleFirst(Rollout rollout, Consumer<RolloutCommand> answer) {
        ChangeSet changeSet = rollout.pending().get(0).changeSet();
        RolloutCommand recorded = answers.remove(changeSet.id());
        if (recorded != null) {
            if (recorded instanceof ConfirmPublication confirmed) {
                repository.put(changeSet, confirmed.generation());
            }
            answer.accept(recorded);
            return true;
        }
        return !awaited.contains(changeSet.id()) && atOnce.settleFirst(rollout, answer);
    }
}
