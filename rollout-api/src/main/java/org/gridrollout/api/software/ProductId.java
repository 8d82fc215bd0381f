package org.gridrollout.api.software;

import org.gridrollout.api.Identifier;

/** A product's name, such as {@code voms}; unique in the infrastructure. Follows {@link Identifier}'s rule. */
public record ProductId(String value) implements Comparable<ProductId> {

    public ProductId {
        Identifier.require("ProductId", value);
    }

    /** The {@code ProductId} of that name. */
    public static ProductId of(String value) {
        return new ProductId(value);
    }

    @Override
    public int compareTo(ProductId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
