package org.gridrollout.core.codec;

import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.store.StoreException;

/** A stored document cannot be read: it was damaged, or written by another version. */
public final class CodecException extends StoreException {

    private static final long serialVersionUID = 1L;

    /** What was read breaks its own rules. */
    static CodecException of(InvalidValueException invalid) {
        return new CodecException(invalid.subject() + ": " + String.join("; ", invalid.violations()), invalid);
    }

    CodecException(String message) {
        super(message);
    }

    CodecException(String message, Throwable cause) {
        super(message, cause);
    }
}
