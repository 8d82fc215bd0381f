package org.gridrollout.core.closure;

import org.gridrollout.api.RolloutException;

/** A check was given up because its {@link ClosureProgress} said so. Nothing is known then, and nothing has changed. */
public final class ClosureCancelledException extends RolloutException {

    private static final long serialVersionUID = 1L;

    /**
     * @param decided how many packages were decided by then
     * @param total how many were in question
     */
    public ClosureCancelledException(int decided, int total) {
        super("The check was cancelled after %d of %d packages; run it again".formatted(decided, total));
    }
}
