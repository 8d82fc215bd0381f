package org.gridrollout.api.store;

/**
 * A change may or may not have been kept: the connection broke while it was being committed. Ask
 * {@link org.gridrollout.api.spi.RolloutStore#holds} once the store answers again.
 */
public final class UnknownOutcomeException extends StoreException {

    private static final long serialVersionUID = 1L;

    private final transient ChangeId change;

    public UnknownOutcomeException(ChangeId change, Throwable cause) {
        super("Change " + change + " may or may not have been kept; ask holds(" + change + ")", cause);
        this.change = change;
    }

    /** The change to ask for. */
    public ChangeId change() {
        return change;
    }
}
