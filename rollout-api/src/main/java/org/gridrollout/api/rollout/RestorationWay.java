package org.gridrollout.api.rollout;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.gridrollout.api.software.Evr;

/**
 * One way to bring back what a faulty release broke.
 *
 * @param versions per component the version that way would need at least; empty if it needs none
 * @param sentence what it means, for a person
 */
public record RestorationWay(Kind kind, Map<String, Evr> versions, String sentence) {

    /** What sort of way; the first one is the best. */
    public enum Kind {
        /** The team mends the fault in a new release. */
        FIXED_RELEASE,
        /** What was good before is released again under higher versions: sites never roll back. */
        LAST_GOOD_AGAIN,
        /** Nothing in production needs it, so that it can be taken out until a fix is there. */
        REMOVAL
    }

    public RestorationWay {
        versions = Collections.unmodifiableMap(new TreeMap<>(versions));
    }
}
