package org.gridrollout.core.closure.naive;

import java.util.Set;
import org.gridrollout.api.software.Capability;
import org.gridrollout.api.software.Capability.Relation;
import org.gridrollout.core.version.RpmVersionScheme;

/**
 * Whether what is provided and what is asked for have a version in common, by looking at all places a common version can
 * be: below, at, between and above the two bounds.
 */
final class NaiveVersions {

    private static final Set<Relation> DOWN = Set.of(Relation.LT, Relation.LE);
    private static final Set<Relation> UP = Set.of(Relation.GT, Relation.GE);
    private static final Set<Relation> AT = Set.of(Relation.LE, Relation.EQ, Relation.GE);

    private NaiveVersions() {}

    static boolean overlap(Capability provided, Capability asked) {
        if (provided.relation() == Relation.ANY || asked.relation() == Relation.ANY) {
            return true;
        }
        String[] have = split(provided.version());
        String[] want = split(asked.version());
        int order = Long.compare(Long.parseLong(have[0]), Long.parseLong(want[0]));
        order = order != 0 ? order : RpmVersionScheme.rpmvercmp(have[1], want[1]);
        if (order == 0 && have[2].isEmpty() != want[2].isEmpty()) {
            // the one without a release stands for all releases of its version, the other's among them
            return AT.contains(have[2].isEmpty() ? provided.relation() : asked.relation())
                    || (DOWN.contains(provided.relation()) && DOWN.contains(asked.relation()))
                    || (UP.contains(provided.relation()) && UP.contains(asked.relation()));
        }
        order = order != 0 ? order : RpmVersionScheme.rpmvercmp(have[2], want[2]);
        for (int place = -2; place <= 2; place++) { // the lower bound is at -1, the higher at 1, both at -1 if equal
            int atHave = order <= 0 ? -1 : 1;
            int atWant = order >= 0 ? -1 : 1;
            if (within(place, provided.relation(), atHave) && within(place, asked.relation(), atWant)) {
                return true;
            }
        }
        return false;
    }

    private static boolean within(int place, Relation relation, int bound) {
        return place < bound ? DOWN.contains(relation) : place > bound ? UP.contains(relation) : AT.contains(relation);
    }

    private static String[] split(String text) {
        int colon = text.indexOf(':');
        int hyphen = text.lastIndexOf('-');
        boolean released = hyphen > colon;
        return new String[] {
            colon < 0 ? "0" : "0" + text.substring(0, colon),
            text.substring(colon + 1, released ? hyphen : text.length()),
            released ? text.substring(hyphen + 1) : ""
        };
    }
}
