package org.gridrollout.testkit.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The changes of names that no sync has put on the disk yet, oldest first. */
final class NameChanges {

    private final List<Change> pending = new ArrayList<>();

    int count() {
        return pending.size();
    }

    /** A name is given to a node, or taken away. */
    void change(DirectoryNode directory, String name, @Nullable Node node) {
        add(new Change(directory, name, node, null));
    }

    /** A node gets a new name for its old one: the old one goes only together with the coming of the new one. */
    void rename(DirectoryNode from, String oldName, DirectoryNode to, String newName, Node node) {
        Change coming = new Change(to, newName, node, null);
        add(coming);
        add(new Change(from, oldName, null, coming));
    }

    /** Puts on the disk what was done in one directory, and the other halves of what was renamed out of it. */
    void sync(DirectoryNode directory) {
        Set<Change> done = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Change each : pending) {
            if (each.isIn(directory)) {
                done.add(each);
                if (each.coming() != null) {
                    addWithEarlier(each.coming(), done);
                }
            }
        }
        settle(done);
    }

    /** Puts on the disk what happens to survive, and forgets the rest. */
    void survive(IntPredicate chosen) {
        Set<Change> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Change> known = Collections.newSetFromMap(new IdentityHashMap<>());
        known.addAll(pending);
        int number = 0;
        for (Change each : pending) {
            boolean survives = chosen.test(number++);
            Change coming = each.coming();
            if (coming != null && known.contains(coming)) {
                boolean oneDirectory = coming.isIn(each.directory());
                survives = kept.contains(coming) && (oneDirectory || survives);
            }
            if (survives) {
                kept.add(each);
            }
        }
        settle(kept);
        pending.clear();
    }

    /** The same changes between the copies of the same nodes. */
    NameChanges copy(Map<Node, Node> copies) {
        NameChanges copy = new NameChanges();
        IdentityHashMap<Change, Change> made = new IdentityHashMap<>();
        for (Change each : pending) {
            Node node = each.node();
            Change change = new Change(
                    (DirectoryNode) each.directory().copy(copies),
                    each.name(),
                    node == null ? null : node.copy(copies),
                    each.coming() == null ? null : made.get(each.coming()));
            made.put(each, change);
            copy.pending.add(change);
        }
        return copy;
    }

    private void add(Change change) {
        pending.add(change);
    }

    @SuppressWarnings("ReferenceEquality") // one change is not another that says the same
    private void addWithEarlier(Change last, Set<Change> done) {
        for (Change each : pending) {
            if (each.isIn(last.directory()) && each.name().equals(last.name())) {
                done.add(each);
            }
            if (each == last) {
                return;
            }
        }
    }

    private void settle(Set<Change> chosen) {
        for (Change each : pending) {
            if (chosen.contains(each)) {
                each.directory().settle(each.name(), each.node());
            }
        }
        pending.removeIf(chosen::contains);
    }

    /**
     * One change, told from every other by identity.
     *
     * @param coming of a name that goes in a renaming, the coming of the new one
     */
    private record Change(
            DirectoryNode directory,
            String name,
            @Nullable Node node,
            @Nullable Change coming) {

        @SuppressWarnings("ReferenceEquality") // a directory is itself, whatever is in it
        boolean isIn(DirectoryNode other) {
            return directory == other;
        }
    }
}
