package org.gridrollout.core.closure;

import java.util.BitSet;
import java.util.stream.Stream;
import org.gridrollout.core.closure.graph.GraphDraft;
import org.gridrollout.core.closure.graph.PackageGraph;

/**
 * All packages there are to install from, and what they mean to each other. Immutable and thread-safe; derived from another
 * by a change at the cost of the change and of those before it since the first. After very many changes,
 * {@link #compacted} starts afresh.
 */
public final class Universe {

    private final PackageGraph graph;

    Universe(PackageGraph graph) {
        this.graph = graph;
    }

    /** A universe in the making, for one thread. */
    public static UniverseBuilder builder(Ecosystem ecosystem) {
        return new UniverseBuilder(ecosystem);
    }

    /**
     * The universe after a change; this one stays as it is. What the change removes goes first, so that a file can be removed
     * and added again under another origin. A file that is there already is not added twice.
     *
     * @throws UnknownMemberException if the change removes what is not there
     */
    public Universe after(UniverseChange change) {
        GraphDraft draft = graph.derive();
        for (Member each : change.removed()) {
            int pack = draft.find(each);
            if (pack < 0) {
                throw new UnknownMemberException(each);
            }
            draft.remove(pack);
        }
        change.added().forEach(draft::add);
        return new Universe(draft.seal());
    }

    /** How many packages there are. */
    public int size() {
        return graph.presentCount();
    }

    /** Whether the file is there. */
    public boolean contains(Member member) {
        return graph.find(member) >= 0;
    }

    /** All packages, in the order they came. */
    public Stream<Member> members() {
        BitSet present = graph.present();
        return present.stream().mapToObj(graph::member);
    }

    /** The same packages without the traces of earlier changes; costs as much as building it. */
    public Universe compacted() {
        UniverseBuilder builder = builder(graph.ecosystem());
        graph.present().stream().mapToObj(graph::facts).forEach(builder::add);
        return builder.build();
    }

    PackageGraph graph() {
        return graph;
    }
}
