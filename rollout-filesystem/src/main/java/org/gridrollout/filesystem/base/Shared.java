package org.gridrollout.filesystem.base;

/**
 * Gives one object for equal ones that come soon after each other, so that a reader who keeps them keeps fewer. A table of
 * fixed size in which the later takes the place of the earlier: it can neither grow nor be made slow. Not thread-safe.
 */
final class Shared<T> {

    private final Object[] table;

    /** @param slots a power of two */
    Shared(int slots) {
        this.table = new Object[slots];
    }

    @SuppressWarnings("unchecked") // only T goes in
    T of(T value) {
        int hash = value.hashCode();
        int slot = (hash ^ (hash >>> 16)) & (table.length - 1);
        if (value.equals(table[slot])) {
            return (T) table[slot];
        }
        table[slot] = value;
        return value;
    }
}
