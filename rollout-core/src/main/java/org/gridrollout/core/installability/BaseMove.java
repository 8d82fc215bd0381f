package org.gridrollout.core.installability;

import java.util.List;
import java.util.stream.Collectors;
import org.gridrollout.api.software.BaseSnapshot;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Stage;

/**
 * What would break if a platform's base were replaced by another snapshot (UMD 1.5.1 and 3.8.1: EPEL had moved, and packages
 * of production could not be installed any more).
 *
 * @param next the snapshot that would take the place of the pinned one
 * @param breaks what of the own repositories could not be installed any more; empty if nothing
 */
public record BaseMove(BaseSnapshot next, List<Break> breaks) {

    /**
     * A release that could not be installed any more.
     *
     * @param stage from which repository
     * @param reasons a sentence for each cause, at least one
     */
    public record Break(ReleaseId release, Stage stage, List<String> reasons) {
        public Break {
            reasons = List.copyOf(reasons);
        }
    }

    public BaseMove {
        breaks = List.copyOf(breaks);
    }

    /** Whether everything stays installable. */
    public boolean holds() {
        return breaks.isEmpty();
    }

    /** The breaks in lines for a person. */
    public String inLines() {
        return breaks.stream()
                .map(each -> each.release() + " in " + each.stage().path() + ": " + String.join(" ", each.reasons()))
                .collect(Collectors.joining("\n"));
    }
}
