package org.gridrollout.examples.quickstart;

/** A rollout did not go the way the play says. */
final class PlayedOtherwise extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PlayedOtherwise(String message) {
        super(message);
    }
}
