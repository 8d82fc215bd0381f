package org.gridrollout.core.engine;

import org.gridrollout.api.RolloutException;

/** Others changed the same rollout again and again; nothing was changed by this attempt. Try again. */
public final class ContentionException extends RolloutException {

    private static final long serialVersionUID = 1L;

    /** @param what what was attempted, the beginning of a sentence */
    public ContentionException(String what, int attempts) {
        super(what + " met other changes in each of " + attempts + " attempts; try again");
    }
}
