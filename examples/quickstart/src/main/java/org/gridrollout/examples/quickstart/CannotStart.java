package org.gridrollout.examples.quickstart;

import org.jspecify.annotations.Nullable;

/** What the user gave cannot be used; the message is one line for them. */
final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotStart(@Nullable String message) {
        super(message);
    }

    CannotStart(@Nullable String message, Throwable cause) {
        super(message, cause);
    }
}
