package org.gridrollout.api.store;

import org.gridrollout.api.RolloutException;

/** The store failed; for a write, nothing was kept. */
public class StoreException extends RolloutException {

    private static final long serialVersionUID = 1L;

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
