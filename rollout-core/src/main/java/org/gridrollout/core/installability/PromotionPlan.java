package org.gridrollout.core.installability;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridrollout.api.software.ReleaseId;

/**
 * What can be promoted now, in which order and what together.
 *
 * @param steps promoted one after the other each leaves production installable; releases of one step have to go together
 * @param leftOut the good releases that cannot go, with why
 * @param largest whether no more releases could go, whichever were chosen; false if finding that out would have taken too
 *     long: then no single one could be added
 */
public record PromotionPlan(List<Set<ReleaseId>> steps, List<LeftOut> leftOut, boolean largest) {

    /**
     * A release that has to stay.
     *
     * @param reasons sentences for a person, at least one
     */
    public record LeftOut(ReleaseId release, List<String> reasons) {
        public LeftOut {
            reasons = List.copyOf(reasons);
        }
    }

    public PromotionPlan {
        steps = List.copyOf(steps);
        leftOut = List.copyOf(leftOut);
    }

    /** The plan in lines for a person. */
    public String inLines() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            String together = steps.get(i).stream().map(ReleaseId::toString).collect(Collectors.joining(" + "));
            lines.append(i + 1).append(". ").append(together).append('\n');
        }
        leftOut.forEach(each -> lines.append("-  ")
                .append(each.release())
                .append(": ")
                .append(String.join(" ", each.reasons()))
                .append('\n'));
        if (!largest) {
            lines.append("Another choice may let more go: looking at all of them would take too long.\n");
        }
        return lines.toString();
    }
}
