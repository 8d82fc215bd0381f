package org.gridrollout.api;

/**
 * Root of the exceptions this library throws. A refused command is not an exception but a value; an exception says that
 * the caller made a mistake or a backend failed.
 */
public abstract class RolloutException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected RolloutException(String message) {
        super(message);
    }

    protected RolloutException(String message, Throwable cause) {
        super(message, cause);
    }
}
