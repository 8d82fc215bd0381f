package org.gridrollout.core.closure;

/** Told how far a check is, and asked whether it should go on. Called by the checking thread, often: be quick. */
public interface ClosureProgress {

    /** Nobody watches and nobody stops it. */
    ClosureProgress NONE = (decided, total) -> {};

    /**
     * How far the check is.
     *
     * @param decided how many of the packages in question are known to be installable or not
     * @param total how many packages are in question
     */
    void at(int decided, int total);

    /** Whether to give up; the check then ends with a {@link ClosureCancelledException}. */
    default boolean cancelled() {
        return false;
    }
}
