package org.gridrollout.api.spi;

import java.util.Comparator;
import org.gridrollout.api.software.Evr;

/**
 * The order of versions in one packaging ecosystem: a total preorder. Stateless and thread-safe.
 */
public interface VersionScheme extends Comparator<Evr> {

    /** What the scheme is called, such as {@code rpm}. */
    String name();

    /**
     * Reads {@code [epoch:]version[-release]}.
     *
     * @throws org.gridrollout.api.InvalidValueException if the text is no version of this scheme
     */
    Evr parse(String text);

    /** A version just above {@code floor}, for a person to use next. */
    Evr next(Evr floor);
}
