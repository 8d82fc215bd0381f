package org.gridrollout.core.metrics;

import java.util.List;

/** What is counted of a product's releases. */
@SuppressWarnings("EnumOrdinal") // a code in memory, never kept
enum Happening {
    CONTRIBUTED,
    INTO_PRODUCTION,
    REFUSED,
    REJECTED,
    WITHDRAWN,
    SUPERSEDED,
    SUPERSEDED_BEFORE_EVIDENCE,
    FAULT_ESCAPED,
    FAULT_UNGUARDED,
    FAULT_LOWERED,
    EXPEDITED,
    WAIVED;

    /** After which a release is not on its way to production any more. */
    static final List<Happening> ARRIVED_OR_ENDED =
            List.of(INTO_PRODUCTION, REFUSED, REJECTED, WITHDRAWN, SUPERSEDED, SUPERSEDED_BEFORE_EVIDENCE);

    int code() {
        return ordinal();
    }

    long in(Selection selection) {
        return selection.count(code());
    }
}
