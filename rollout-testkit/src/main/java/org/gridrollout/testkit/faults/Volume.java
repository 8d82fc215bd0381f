package org.gridrollout.testkit.faults;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that is on a disk, or would be if it were forced. Knows no faults. Not thread-safe. */
final class Volume {

    private final DirectoryNode root;
    private final NameChanges changes;

    Volume() {
        this(new DirectoryNode(), new NameChanges());
    }

    private Volume(DirectoryNode root, NameChanges changes) {
        this.root = root;
        this.changes = changes;
    }

    Place find(DiskPath path, boolean followLast) throws IOException {
        return Lookup.of(root, path, followLast);
    }

    /** Gives a name to a node, or takes it away. */
    void set(Place place, @Nullable Node node) {
        place.directory().set(place.name(), node);
        changes.change(place.directory(), place.name(), node);
    }

    void rename(Place from, Place to, Node node) {
        from.directory().set(from.name(), null);
        to.directory().set(to.name(), node);
        changes.rename(from.directory(), from.name(), to.directory(), to.name(), node);
    }

    void sync(DirectoryNode directory) {
        changes.sync(directory);
    }

    /** Forgets what was not forced, but for what the choice lets survive. */
    void losePower(Survival survival) {
        Survival.Choice choice = survival.choose(changes.count());
        changes.survive(choice.names());
        Set<Node> seen = new HashSet<>();
        Deque<Node> left = new ArrayDeque<>();
        left.add(root);
        while (!left.isEmpty()) {
            Node node = left.pop();
            if (!seen.add(node)) {
                continue;
            }
            if (node instanceof FileNode file) {
                file.forget(choice.pieces());
            } else if (node instanceof DirectoryNode directory) {
                directory.forget();
                directory.children().forEach(left::add);
            }
        }
    }

    Volume copy() {
        Map<Node, Node> copies = new HashMap<>(); // nodes are themselves
        return new Volume((DirectoryNode) root.copy(copies), changes.copy(copies));
    }
}
