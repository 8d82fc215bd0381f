package org.gridrollout.core.closure.graph;

import java.util.Arrays;

/** A growing list of numbers. Mutable, for one thread. */
public final class IntList {

    private static final int[] NONE = {};

    private int[] items;
    private int size;

    public IntList() {
        items = NONE;
    }

    private IntList(int[] items, int size) {
        this.items = items;
        this.size = size;
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public int get(int index) {
        return items[index];
    }

    public void add(int item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, Math.max(4, size + (size >> 1)));
        }
        items[size++] = item;
    }

    /** Takes the last one away. */
    public int removeLast() {
        return items[--size];
    }

    /** Forgets all but the first {@code length}. */
    public void truncate(int length) {
        size = length;
    }

    /** Takes one item away, keeping the order of the others. */
    public void removeAt(int index) {
        System.arraycopy(items, index + 1, items, index, size - index - 1);
        size--;
    }

    /** Takes the first item of that value away, keeping the order of the others. */
    public void removeValue(int item) {
        for (int i = 0; i < size; i++) {
            if (items[i] == item) {
                removeAt(i);
                return;
            }
        }
    }

    public boolean contains(int item) {
        for (int i = 0; i < size; i++) {
            if (items[i] == item) {
                return true;
            }
        }
        return false;
    }

    public IntList copy() {
        return new IntList(size == 0 ? NONE : Arrays.copyOf(items, size), size);
    }

    public int[] toArray() {
        return size == 0 ? NONE : Arrays.copyOf(items, size);
    }
}
