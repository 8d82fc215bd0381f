package org.gridrollout.core.whatif;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.sla.ObligationId;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.software.ReleaseId;

/**
 * A release whose way would have been another one.
 *
 * @param before the states it was in, in order; empty if it was never contributed
 * @param after the states it would have been in
 * @param obligations what would have ended otherwise; may be empty
 */
public record ReleaseDifference(
        ReleaseId release, List<Stay> before, List<Stay> after, List<ObligationDifference> obligations) {

    public ReleaseDifference {
        before = List.copyOf(before);
        after = List.copyOf(after);
        obligations = List.copyOf(obligations);
    }

    static ReleaseDifference of(ReleaseId release, Timeline before, Timeline after) {
        return new ReleaseDifference(
                release, before.stays(), after.stays(), obligations(before.obligations(), after.obligations()));
    }

    boolean isEmpty() {
        return before.equals(after) && obligations.isEmpty();
    }

    private static List<ObligationDifference> obligations(List<Obligation> before, List<Obligation> after) {
        Map<ObligationId, Obligation> old = byId(before);
        Map<ObligationId, Obligation> other = byId(after);
        Map<ObligationId, Obligation> all = new LinkedHashMap<>(old);
        other.forEach(all::putIfAbsent);
        List<ObligationDifference> differences = new ArrayList<>();
        all.forEach((id, each) -> {
            Optional<ObligationOutcome> was = Optional.ofNullable(old.get(id)).map(Obligation::counted);
            Optional<ObligationOutcome> would =
                    Optional.ofNullable(other.get(id)).map(Obligation::counted);
            if (!was.equals(would)) {
                differences.add(new ObligationDifference(id, each.duty(), each.debtor(), was, would));
            }
        });
        return differences;
    }

    private static Map<ObligationId, Obligation> byId(List<Obligation> obligations) {
        Map<ObligationId, Obligation> byId = new LinkedHashMap<>();
        obligations.forEach(each -> byId.put(each.id(), each));
        return byId;
    }
}
