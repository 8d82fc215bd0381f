package org.gridrollout.core.closure.graph;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values by number and back; derived ones share what they come from. */
final class Names<T> {

    private final Map<T, Integer> root;
    private final Map<T, Integer> added;

    Names() {
        this(new HashMap<>(), new HashMap<>());
    }

    private Names(Map<T, Integer> root, Map<T, Integer> added) {
        this.root = root;
        this.added = added;
    }

    Names<T> derive() {
        return root.isEmpty() ? new Names<>(added, new HashMap<>()) : new Names<>(root, new HashMap<>(added));
    }

    /** Its number, or null if it has none. */
    @Nullable
    Integer find(T value) {
        Integer found = root.get(value);
        return found != null ? found : added.get(value);
    }

    void put(T value, int id) {
        added.put(value, id);
    }
}
