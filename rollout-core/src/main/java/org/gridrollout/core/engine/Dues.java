package org.gridrollout.core.engine;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gridrollout.api.software.ReleaseId;

/** When each rollout of a rehearsal next wants something. Not thread-safe. */
final class Dues {

    /** A rollout wants something at that instant. */
    record Due(Instant at, ReleaseId release) {}

    private final NavigableSet<Due> waiting =
            new TreeSet<>(Comparator.comparing(Due::at).thenComparing(Due::release));
    private final Map<ReleaseId, Due> known = new HashMap<>();
    private final Set<Due> inVain = new LinkedHashSet<>();

    /** Something happened to a rollout: it next wants something then, and others may now get what they wanted in vain. */
    void put(ReleaseId release, Optional<Instant> next) {
        inVain.removeIf(each -> each.release().equals(release));
        inVain.forEach(this::await);
        inVain.clear();
        Due old = known.remove(release);
        if (old != null) {
            waiting.remove(old);
        }
        next.ifPresent(at -> await(new Due(at, release)));
    }

    /** Takes out what is due first, by that instant. */
    Optional<Due> takeFirst(Instant by) {
        if (waiting.isEmpty() || waiting.first().at().isAfter(by)) {
            return Optional.empty();
        }
        Due first = waiting.first();
        waiting.remove(first);
        known.remove(first.release());
        return Optional.of(first);
    }

    /** It got nothing; it tries again at that instant, if one is known, or when something happens to any rollout. */
    void inVain(Due due, Optional<Instant> again) {
        if (again.isPresent()) {
            await(new Due(again.get(), due.release()));
        } else {
            inVain.add(due);
        }
    }

    private void await(Due due) {
        waiting.add(due);
        known.put(due.release(), due);
    }
}
