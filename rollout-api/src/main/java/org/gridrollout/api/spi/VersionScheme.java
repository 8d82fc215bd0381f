package org.gridrollout.api.spi;

import java.util.Comparator;
import org.gridrollout.api.software.Evr;

/**
 * The order of versions in one packaging ecosystem: a total preorder over the versions that {@link #parse} gives, in which
 * different texts may be equal. Stateless and thread-safe.
 */
public interface VersionScheme extends Comparator<Evr> {

    /** What the scheme is called, such as {@code rpm}. */
    String name();

    /**
     * Reads the text form: {@code [epoch:]version[-release]}, or the version alone where the ecosystem has no more. What it
     * gives prints ({@link Evr#toString}) as a text that reads as the same value.
     *
     * @throws org.gridrollout.api.InvalidValueException if the text is no version of this scheme
     */
    Evr parse(String text);

    /** A legal version strictly higher than {@code floor} and close above it, for a person to use next. */
    Evr next(Evr floor);

    /**
     * A legal version strictly higher than {@code floor} and of its epoch, under which {@code content} is released once more;
     * it names the content where the ecosystem has a way to. By default {@link #next}, which names nothing.
     *
     * @param content the version that was good, not higher than {@code floor}
     */
    default Evr reissue(Evr content, Evr floor) {
        return next(floor);
    }

    /** The highest epoch that the ecosystem knows; by default 0, for one that has no epochs. */
    default long maxEpoch() {
        return 0;
    }
}
