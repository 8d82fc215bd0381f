package org.gridrollout.core.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.rollout.ProductLine;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.core.engine.Ledger.Versioned;
import org.gridrollout.core.lifecycle.Surroundings;

/** Everything read for one decision, and at which revisions. */
record Situation(
        Release release,
        Versioned<Rollout> rollout,
        Versioned<ProductLine> line,
        Map<ReleaseId, Versioned<Rollout>> others,
        Surroundings around) {

    private static final int ATTEMPTS = 50;

    /**
     * Reads again while somebody else writes in between.
     *
     * @throws ContentionException if there is no end of it
     */
    static Situation whole(Supplier<Situation> read) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Situation situation = read.get();
            if (situation.isWhole()) {
                return situation;
            }
        }
        throw new ContentionException("Reading a product line", ATTEMPTS);
    }

    ProductLine lineOrEmpty() {
        return line.value().orElseGet(() -> ProductLine.empty(release.product(), release.platform()));
    }

    List<Rollout> otherRollouts() {
        return others.values().stream().flatMap(each -> each.value().stream()).toList();
    }

    /** All of them: the one decided on first. */
    List<Rollout> rollouts() {
        return Stream.concat(rollout.value().stream(), otherRollouts().stream()).toList();
    }

    /**
     * Whether all of it was so at one time. It is read piece by piece, and a rollout may have moved between its line and
     * itself; both are written together, so that their states tell.
     */
    private boolean isWhole() {
        ProductLine known = lineOrEmpty();
        for (ProductLine.Entry each : known.living()) {
            if (!stateOf(each.release()).equals(Optional.of(each.state()))) {
                return false;
            }
        }
        boolean ended =
                rollout.value().filter(each -> !each.state().isTerminal()).isEmpty();
        return ended || known.entry(release.id()).isPresent();
    }

    private Optional<RolloutState> stateOf(ReleaseId id) {
        Versioned<Rollout> read = id.equals(release.id()) ? rollout : others.get(id);
        return read == null ? Optional.empty() : read.value().map(Rollout::state);
    }

    long revisionOf(ReleaseId id) {
        Versioned<Rollout> other = others.get(id);
        return other == null ? rollout.revision() : other.revision();
    }

    Party team() {
        return around.product().map(each -> Party.team(each.team())).orElse(Party.MIDDLEWARE_UNIT);
    }
}
