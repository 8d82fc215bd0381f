package org.gridrollout.core.engine;

import org.gridrollout.api.RolloutException;
import org.gridrollout.api.verdict.Verdict;

/** A command was refused, and its caller asked for an exception in that case. */
public final class CommandRefusedException extends RolloutException {

    private static final long serialVersionUID = 1L;

    private final transient Verdict verdict;

    CommandRefusedException(Verdict verdict) {
        super(verdict.toString());
        this.verdict = verdict;
    }

    /** Why. */
    public Verdict verdict() {
        return verdict;
    }
}
