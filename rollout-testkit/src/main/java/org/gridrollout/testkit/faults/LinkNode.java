package org.gridrollout.testkit.faults;

import java.util.Map;

/** A symbolic link; never changes, so it is on the disk as soon as its name is. */
final class LinkNode extends Node {

    private final String target;

    LinkNode(String target) {
        this.target = target;
    }

    String target() {
        return target;
    }

    @Override
    long size() {
        return target.length();
    }

    @Override
    Node copyOf(Map<Node, Node> copies) {
        LinkNode copy = new LinkNode(target);
        copies.put(this, copy);
        return copy;
    }
}
