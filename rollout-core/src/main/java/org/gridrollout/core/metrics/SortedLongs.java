package org.gridrollout.core.metrics;

import java.util.Arrays;

/** Numbers in order, each as often as it was added. An addition costs a search and a move of what is larger. Not thread-safe. */
final class SortedLongs {

    private static final int FIRST = 4;

    private long[] values;
    private int size;

    SortedLongs() {
        this(new long[0], 0);
    }

    private SortedLongs(long[] values, int size) {
        this.values = values;
        this.size = size;
    }

    /** The first {@code size} of some numbers, which are sorted in place and kept. */
    static SortedLongs sorting(long[] values, int size) {
        Arrays.sort(values, 0, size);
        return new SortedLongs(values, size);
    }

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.max(FIRST, size + size / 2));
        }
        int at = upTo(value, 0, size);
        System.arraycopy(values, at, values, at + 1, size - at);
        values[at] = value;
        size++;
    }

    /** Takes one of that value out; there is one. */
    void remove(long value) {
        int at = below(value, 0, size);
        System.arraycopy(values, at + 1, values, at, size - at - 1);
        size--;
    }

    int size() {
        return size;
    }

    long get(int index) {
        return values[index];
    }

    /** The index of the first number in a stretch that is at least {@code value}; the stretch's end if there is none. */
    int below(long value, int from, int until) {
        int low = from;
        int high = until;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The index of the first number in a stretch that is larger than {@code value}; the stretch's end if there is none. */
    int upTo(long value, int from, int until) {
        return value == Long.MAX_VALUE ? until : below(value + 1, from, until);
    }
}
