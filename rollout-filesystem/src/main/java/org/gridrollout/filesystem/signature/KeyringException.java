package org.gridrollout.filesystem.signature;

import java.nio.file.Path;
import org.gridrollout.api.spi.RepositoryException;

/**
 * A file of keys cannot be used. Nothing is taken in or published until it is mended: a key that cannot be read may be the
 * one that was revoked.
 */
public final class KeyringException extends RepositoryException {

    private static final long serialVersionUID = 1L;

    private final String file;

    /**
     * About one file.
     *
     * @param file which file, or the directory of all of them
     * @param problem what is wrong with it and what to do
     */
    public KeyringException(Path file, String problem) {
        super("Keys in " + file + " cannot be used: " + problem);
        this.file = file.toString();
    }

    /** The same with what caused it. */
    public KeyringException(Path file, String problem, Throwable cause) {
        super("Keys in " + file + " cannot be used: " + problem, cause);
        this.file = file.toString();
    }

    /** Which file. */
    public String file() {
        return file;
    }
}
