package org.gridrollout.api.spi;

import org.gridrollout.api.RolloutException;

/** The repository failed: a disk is full, a lock is held, metadata is damaged. */
public class RepositoryException extends RolloutException {

    private static final long serialVersionUID = 1L;

    public RepositoryException(String message) {
        super(message);
    }

    public RepositoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
