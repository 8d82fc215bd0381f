package org.gridrollout.core.closure.solve;

import java.util.Arrays;
import org.gridrollout.core.closure.graph.IntList;
import org.jspecify.annotations.Nullable;

/** What a search holds true and false at the moment, in the order and on the level it came to it, and because of what. */
final class Assignment {

    static final byte OPEN = 0;
    static final byte TRUE = 1;
    static final byte FALSE = -1;

    private byte[] values = {};
    private int[] levels = {};
    private @Nullable Clause[] reasons = {};
    private final IntList trail = new IntList();
    private final IntList limits = new IntList();

    /** Makes room for variables below {@code size}. */
    void grow(int size) {
        if (size > values.length) {
            int room = Math.max(64, Math.max(size, values.length * 2));
            values = Arrays.copyOf(values, room);
            levels = Arrays.copyOf(levels, room);
            reasons = Arrays.copyOf(reasons, room);
        }
    }

    byte value(int literal) {
        byte value = values[literal >> 1];
        return (literal & 1) == 0 ? value : (byte) -value;
    }

    int level(int literal) {
        return levels[literal >> 1];
    }

    @Nullable
    Clause reason(int literal) {
        return reasons[literal >> 1];
    }

    int level() {
        return limits.size();
    }

    int trailSize() {
        return trail.size();
    }

    /** The literal that became true at that place. */
    int trail(int index) {
        return trail.get(index);
    }

    void assume(int literal) {
        limits.add(trail.size());
        set(literal, null);
    }

    void set(int literal, @Nullable Clause reason) {
        values[literal >> 1] = (literal & 1) == 0 ? TRUE : FALSE;
        levels[literal >> 1] = limits.size();
        reasons[literal >> 1] = reason;
        trail.add(literal);
    }

    /** Takes everything above the level back. */
    void backTo(int level) {
        if (level < limits.size()) {
            int keep = limits.get(level);
            while (trail.size() > keep) {
                int variable = trail.removeLast() >> 1;
                values[variable] = OPEN;
                reasons[variable] = null;
            }
            limits.truncate(level);
        }
    }
}
