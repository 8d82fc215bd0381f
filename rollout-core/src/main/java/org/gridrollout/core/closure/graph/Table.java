package org.gridrollout.core.closure.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Rows by number. A derived table shares the rows of the one it comes from and copies a row when it changes it, so that a
 * small change to a large universe costs what the change costs.
 */
final class Table<T extends Entry<T>> {

    private final Object[] root; // an array, since nothing else is read as often
    private final BitSet patched;
    private final Map<Integer, T> patches;
    private final List<T> appended;
    private volatile Object @Nullable [] settled;

    Table() {
        this(new Object[0], new BitSet(), new HashMap<>(), new ArrayList<>());
    }

    private Table(Object[] root, BitSet patched, Map<Integer, T> patches, List<T> appended) {
        this.root = root;
        this.patched = patched;
        this.patches = patches;
        this.appended = appended;
    }

    /** The first table's rows become the root of all that are derived from it. */
    Table<T> derive() {
        return root.length == 0
                ? new Table<T>(settled(), new BitSet(), new HashMap<>(), new ArrayList<>())
                : new Table<T>(root, (BitSet) patched.clone(), new HashMap<>(patches), new ArrayList<>(appended));
    }

    private Object[] settled() {
        Object[] rows = settled;
        if (rows == null) {
            rows = appended.toArray();
            settled = rows;
        }
        return rows;
    }

    int size() {
        return root.length + appended.size();
    }

    @SuppressWarnings("unchecked") // only rows are put there
    T get(int id) {
        int over = id - root.length;
        if (over >= 0) {
            return appended.get(over);
        }
        return patched.get(id) ? Objects.requireNonNull(patches.get(id)) : (T) root[id];
    }

    int append(T row) {
        appended.add(row);
        return size() - 1;
    }

    /** The row for the draft to change. */
    T own(int id, Object draft) {
        T row = get(id);
        if (row.isOwnedBy(draft)) {
            return row;
        }
        T copy = row.copyFor(draft);
        int over = id - root.length;
        if (over >= 0) {
            appended.set(over, copy);
        } else {
            patched.set(id);
            patches.put(id, copy);
        }
        return copy;
    }
}
