package org.gridrollout.testkit.closure;

import java.util.List;
import org.gridrollout.api.software.Capability.Relation;

/** What somebody does to a few products that need and exclude each other. */
public sealed interface Deed {

    /**
     * The product's team contributes its next version.
     *
     * @param product which product, counted from 0
     * @param bonds what its package says of others
     */
    record Contributes(int product, List<Bond> bonds) implements Deed {
        public Contributes {
            bonds = List.copyOf(bonds);
        }
    }

    /**
     * What a package says of another product's.
     *
     * @param excludes whether it conflicts with it instead of requiring it
     * @param relation ANY leaves the version out
     */
    record Bond(int product, boolean excludes, Relation relation, int version) {}

    /** The MU promotes the product's good release, if there is one. */
    record Promotes(int product) implements Deed {}

    /** The MU promotes it together with whatever the verdict names. */
    record PromotesTogether(int product) implements Deed {}

    /** The MU promotes all that the plan says. */
    record FollowsThePlan() implements Deed {}

    /** The team takes back what is not in production yet. */
    record Withdraws(int product) implements Deed {}

    /** The MU takes the product out of production, if it may. */
    record Retires(int product) implements Deed {}
}
