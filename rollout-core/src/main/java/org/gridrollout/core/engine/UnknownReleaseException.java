package org.gridrollout.core.engine;

import org.gridrollout.api.RolloutException;
import org.gridrollout.api.software.ReleaseId;

/** A command or question is about a release that was never contributed. */
public final class UnknownReleaseException extends RolloutException {

    private static final long serialVersionUID = 1L;

    UnknownReleaseException(ReleaseId release) {
        super("No release " + release + " was ever contributed");
    }
}
