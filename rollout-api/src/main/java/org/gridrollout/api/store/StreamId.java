package org.gridrollout.api.store;

import java.util.Locale;
import org.gridrollout.api.Violations;

/**
 * Names one consistency boundary in a store: a document with its revision and its journal.
 *
 * @param name unique within the kind; 1 to 300 characters, and no half of a surrogate pair, which no database keeps
 */
public record StreamId(Kind kind, String name) implements Comparable<StreamId> {

    /** What a stream holds. */
    public enum Kind {
        /** One release's life; named as the release. */
        ROLLOUT,
        /** All releases of a product on a platform; named {@code product/platform}. */
        PRODUCT_LINE,
        /** A product and its enrolments; named as the product. */
        PRODUCT,
        /** A site; named as the site. */
        SITE,
        /** The versions a site runs on a platform; named {@code site/platform}. */
        INVENTORY,
        /** The product a component belongs to; named as the component. */
        COMPONENT,
        /** Commands that were refused; named {@code ROLE:organisation}, of whoever gave them. */
        AUDIT
    }

    public StreamId {
        Violations.of("StreamId")
                .unless(!name.isBlank() && name.length() <= 300, "name must have 1 to 300 characters, was '%s'", name)
                .unless(WholeText.is(name), "name must not hold half of a surrogate pair")
                .throwIfAny();
    }

    @Override
    public int compareTo(StreamId other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + name;
    }
}
