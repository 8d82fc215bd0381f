package org.gridrollout.core.closure.graph;

/** A row of a {@link Table}: belongs to the draft that made it, everybody else only reads it. */
abstract class Entry<T extends Entry<T>> {

    private final Object owner;

    Entry(Object owner) {
        this.owner = owner;
    }

    @SuppressWarnings("ReferenceEquality") // this very draft, not one like it
    final boolean isOwnedBy(Object draft) {
        return owner == draft;
    }

    /** The same row for another draft to change. */
    abstract T copyFor(Object draft);
}
