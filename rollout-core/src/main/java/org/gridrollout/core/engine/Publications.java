package org.gridrollout.core.engine;

import java.util.function.Consumer;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.rollout.Rollout;

/** Carries out what decisions left pending. */
interface Publications {

    /**
     * Carries out the first pending publication and hands the answer on as a command.
     *
     * @return whether it did; if not, it is not to be tried again now
     */
    boolean settleFirst(Rollout rollout, Consumer<RolloutCommand> answer);
}
