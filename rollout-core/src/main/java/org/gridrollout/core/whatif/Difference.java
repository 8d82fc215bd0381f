package org.gridrollout.core.whatif;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridrollout.api.software.ReleaseId;

/**
 * How two timelines differ: the recorded one, and the one it would have been.
 *
 * @param until up to when they were compared, inclusive
 * @param releases those that would have gone another way, in the order of their contribution
 * @param commands those that would have been answered otherwise, in the order of the journal
 */
public record Difference(Instant until, List<ReleaseDifference> releases, List<CommandDifference> commands) {

    public Difference {
        releases = List.copyOf(releases);
        commands = List.copyOf(commands);
    }

    static Difference between(Timelines before, Timelines after, List<CommandDifference> commands, Instant until) {
        Set<ReleaseId> all = new LinkedHashSet<>(before.releases());
        all.addAll(after.releases());
        List<ReleaseDifference> releases = new ArrayList<>();
        for (ReleaseId each : all) {
            ReleaseDifference difference = ReleaseDifference.of(each, before.of(each), after.of(each));
            if (!difference.isEmpty()) {
                releases.add(difference);
            }
        }
        return new Difference(until, releases, commands);
    }

    /** Whether everything would have been the same. */
    public boolean isEmpty() {
        return releases.isEmpty() && commands.isEmpty();
    }

    /** What would have been different about a release, if anything. */
    public Optional<ReleaseDifference> of(ReleaseId release) {
        return releases.stream().filter(each -> each.release().equals(release)).findFirst();
    }

    /** For people: aligned columns, instants in UTC and to the minute. */
    public String asTable() {
        return DifferenceText.of(this);
    }

    @Override
    public String toString() {
        return asTable();
    }
}
