package org.gridrollout.core.closure;

import org.gridrollout.core.closure.graph.GraphDraft;

/** Takes packages in, one after the other. For one thread; used once. */
public final class UniverseBuilder {

    private final GraphDraft draft;

    UniverseBuilder(Ecosystem ecosystem) {
        draft = new GraphDraft(ecosystem);
    }

    /** Adds a package, unless its file is there already. */
    public UniverseBuilder add(PackageFacts facts) {
        draft.add(facts);
        return this;
    }

    /** Adds packages, leaving out files that are there already. */
    public UniverseBuilder addAll(Iterable<PackageFacts> facts) {
        facts.forEach(draft::add);
        return this;
    }

    /** Works out what the packages mean to each other. */
    public Universe build() {
        return new Universe(draft.seal());
    }
}
