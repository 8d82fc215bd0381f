package org.gridrollout.testkit.faults;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A directory: the names in it as a process sees them, and as they were when it was last synced. */
final class DirectoryNode extends Node {

    private final Map<String, Node> names = new TreeMap<>();
    private final Map<String, Node> synced = new TreeMap<>();

    @Nullable
    Node get(String name) {
        return names.get(name);
    }

    List<String> names() {
        return List.copyOf(names.keySet());
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    /** Changes what a process sees. */
    void set(String name, @Nullable Node node) {
        put(names, name, node);
        touch();
    }

    /** Changes what is on the disk. */
    void settle(String name, @Nullable Node node) {
        put(synced, name, node);
    }

    /** Back to what is on the disk. */
    void forget() {
        names.clear();
        names.putAll(synced);
    }

    Iterable<Node> children() {
        return names.values();
    }

    @Override
    Node copyOf(Map<Node, Node> copies) {
        DirectoryNode copy = new DirectoryNode();
        copies.put(this, copy);
        names.forEach((name, node) -> copy.names.put(name, node.copy(copies)));
        synced.forEach((name, node) -> copy.synced.put(name, node.copy(copies)));
        return copy;
    }

    private static void put(Map<String, Node> into, String name, @Nullable Node node) {
        if (node == null) {
            into.remove(name);
        } else {
            into.put(name, node);
        }
    }
}
