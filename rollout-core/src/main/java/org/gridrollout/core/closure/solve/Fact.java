package org.gridrollout.core.closure.solve;

/** One statement of a proof that something cannot be installed. */
public sealed interface Fact {

    /** The package has the need. */
    record Needs(int pack, int need) implements Fact {}

    /** The two exclude each other: the first names the second in its exclusion of that index, or -1 for their common name. */
    record Excludes(int pack, int other, int exclusion) implements Fact {}

    /** The package meets the demand, which is the condition of some need. */
    record Meets(int pack, int demand) implements Fact {}
}
