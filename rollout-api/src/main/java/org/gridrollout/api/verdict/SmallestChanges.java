package org.gridrollout.api.verdict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.party.Party;

/** The changes of several findings put together: said once each, people's before time. */
final class SmallestChanges {

    private final List<Change> people = new ArrayList<>();
    private final List<Change> time = new ArrayList<>();

    private SmallestChanges() {}

    static List<Change> of(List<Lineage.Branch> tree) {
        SmallestChanges changes = new SmallestChanges();
        for (Lineage.Branch branch : tree) {
            Finding finding = branch.finding();
            boolean said = branch.depth() > 0 || !finding.changes().isEmpty();
            (said ? finding.changes() : assumed(finding)).forEach(changes::add);
        }
        changes.people.addAll(changes.time);
        return List.copyOf(changes.people);
    }

    /** What a rule needs that did not say it: time, if it waits, and that those act who must. */
    private static List<Change> assumed(Finding finding) {
        List<Change> assumed = new ArrayList<>();
        for (Party each : finding.mustAct()) {
            if (each.kind() != Party.Kind.NOBODY) {
                assumed.add(Change.by(each, "settles " + finding.rule(), finding.rule()));
            } else if (finding.until().isPresent()) {
                assumed.add(Change.timeUntil(finding.until().get(), finding.rule()));
            }
        }
        return assumed;
    }

    private void add(Change change) {
        if (change.isTime()) {
            addTime(change);
        } else if (people.stream().noneMatch(each -> isSame(each, change))) {
            people.add(change);
        }
    }

    // Time passes for all rules at once, so that the latest instant is enough; one not known yet stands beside it.
    private void addTime(Change change) {
        Optional<Instant> at = change.notBefore();
        for (int i = 0; i < time.size(); i++) {
            Optional<Instant> known = time.get(i).notBefore();
            if (known.isPresent() == at.isPresent()) {
                if (at.isPresent() && at.get().isAfter(known.get())) {
                    time.set(i, change);
                }
                return;
            }
        }
        time.add(change);
    }

    private static boolean isSame(Change one, Change other) {
        return one.who().equals(other.who()) && one.what().equals(other.what());
    }
}
