package org.gridrollout.testkit.faults;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where which fault hits. */
final class Trap {

    private final int from;
    private final Fault fault;
    private final boolean once;
    private boolean fired;

    Trap(int from, Fault fault, boolean once) {
        this.from = from;
        this.fault = fault;
        this.once = once;
    }

    boolean fired() {
        return fired;
    }

    @Nullable
    Hit hit(int number, Step step) {
        if (number < from || (once && fired) || !fault.hits(step)) {
            return null;
        }
        boolean first = !fired;
        fired = true;
        return new Hit(fault.at(step), first);
    }

    /** @param first whether this is the first step hit: a write has then got half way */
    record Hit(IOException exception, boolean first) {}
}
