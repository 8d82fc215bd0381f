package org.gridrollout.core.engine;

import java.util.List;
import java.util.Optional;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.notice.Notice;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.verdict.Verdict;

/** What became of a command. A refusal is a result, not an accident. */
public sealed interface Outcome {

    /**
     * It happened.
     *
     * @param events what happened to the rollout, in order; empty if the command had nothing left to do
     * @param rollout the rollout afterwards; absent for changes of the registry
     * @param notices what people will be told
     */
    record Accepted(List<RolloutEvent> events, Optional<Rollout> rollout, List<Notice> notices) implements Outcome {
        public Accepted {
            events = List.copyOf(events);
            notices = List.copyOf(notices);
        }

        @Override
        public Accepted orThrow() {
            return this;
        }
    }

    /** It did not happen; the verdict says why, and who could change that. */
    record Refused(Verdict verdict) implements Outcome {
        @Override
        public Accepted orThrow() {
            throw new CommandRefusedException(verdict);
        }
    }

    /**
     * For those who take a refusal for an accident.
     *
     * @throws CommandRefusedException if the command was refused
     */
    Accepted orThrow();
}
