package org.gridrollout.core.closure.rpm;

import org.gridrollout.api.software.Capability.Relation;
import org.gridrollout.api.software.Evr;
import org.gridrollout.core.closure.Provision;
import org.gridrollout.core.version.RpmVersionScheme;
import org.jspecify.annotations.Nullable;

/**
 * Whether a range that is provided and one that is asked for overlap, as libsolv has it: a release that one side leaves out
 * is any release, so {@code = 2.1} meets {@code >= 2.1-3} and {@code = 2.1-3} meets {@code = 2.1}.
 */
final class RpmRanges {

    private RpmRanges() {}

    /** Whether something provided is in the bounds asked for; what has no version fits every version. */
    static boolean meets(Provision provided, Relation relation, @Nullable Evr version) {
        Evr have = provided.version();
        return version == null || have == null || overlap(provided.relation(), have, relation, version);
    }

    private static boolean overlap(Relation provided, Evr have, Relation asked, Evr want) {
        if ((reachesDown(provided) && reachesDown(asked)) || (reachesUp(provided) && reachesUp(asked))) {
            return true;
        }
        int order = Long.compare(have.epoch(), want.epoch());
        if (order == 0) {
            order = RpmVersionScheme.rpmvercmp(have.version(), want.version());
        }
        if (order == 0) {
            if (have.release().isEmpty() && !want.release().isEmpty()) {
                return includes(provided);
            }
            if (!have.release().isEmpty() && want.release().isEmpty()) {
                return includes(asked);
            }
            order = RpmVersionScheme.rpmvercmp(have.release(), want.release());
        }
        if (order < 0) {
            return reachesDown(asked) || reachesUp(provided);
        }
        return order > 0 ? reachesUp(asked) || reachesDown(provided) : includes(provided) && includes(asked);
    }

    private static boolean reachesDown(Relation relation) {
        return relation == Relation.LT || relation == Relation.LE;
    }

    private static boolean reachesUp(Relation relation) {
        return relation == Relation.GT || relation == Relation.GE;
    }

    private static boolean includes(Relation relation) {
        return relation == Relation.LE || relation == Relation.EQ || relation == Relation.GE;
    }
}
