package org.gridrollout.core.version;

import org.gridrollout.api.RolloutException;

/** A version scheme was asked to compare, and the optional library that knows the order is not there. */
public final class MissingLibraryException extends RolloutException {

    private static final long serialVersionUID = 1L;

    MissingLibraryException(String scheme, String library, LinkageError cause) {
        super(
                "The version scheme '" + scheme + "' needs " + library
                        + " on the class path or module path: add it to the host's dependencies.",
                cause);
    }
}
