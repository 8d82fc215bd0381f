package org.gridrollout.core.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridrollout.api.rollout.ProductLine;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.api.store.StreamQuery;
import org.gridrollout.core.installability.Wanted;
import org.gridrollout.core.lifecycle.ChangeSets;

/** The releases that could go to production. Reads all that are on their way: only where one cannot go alone. */
final class Candidates {

    private static final int PAGE = 500;
    static final Set<RolloutState> ON_THEIR_WAY = Set.of(
            RolloutState.IN_BETA,
            RolloutState.ROLLING_OUT,
            RolloutState.HELD,
            RolloutState.INCONCLUSIVE,
            RolloutState.GOOD);

    private final RolloutStore store;
    private final Ledger ledger;

    Candidates(RolloutStore store, Ledger ledger) {
        this.store = store;
        this.ledger = ledger;
    }

    /** Those of other products on the same platform. */
    List<Wanted> onTheirWay(Release but) {
        return wanted(find(but.platform(), ON_THEIR_WAY).stream()
                .filter(each -> !each.release().product().equals(but.product()))
                .toList());
    }

    List<Wanted> good(Platform platform) {
        return wanted(find(platform, Set.of(RolloutState.GOOD)));
    }

    Wanted wanted(Release release, ProductLine line) {
        Set<ReleaseId> missing = release.needs().stream()
                .filter(each -> !ledger.isInProduction(each))
                .collect(Collectors.toUnmodifiableSet());
        return new Wanted(
                release.id(), release.product(), release.packages(), ChangeSets.replaced(release, line), missing);
    }

    /** Of one product in the order they were contributed. */
    private List<Wanted> wanted(List<Rollout> rollouts) {
        Map<ReleaseId, Rollout> found = new LinkedHashMap<>();
        Set<ProductLine> lines = new LinkedHashSet<>();
        for (Rollout each : rollouts) {
            found.put(each.id(), each);
            ledger.line(each.release().product(), each.release().platform())
                    .value()
                    .ifPresent(lines::add);
        }
        List<Wanted> wanted = new ArrayList<>();
        for (ProductLine line : lines) {
            for (ProductLine.Entry entry : line.living()) {
                Rollout rollout = found.get(entry.release());
                if (rollout != null) {
                    wanted.add(wanted(rollout.release(), line));
                }
            }
        }
        return wanted;
    }

    /** The platform's rollouts that are in one of these states. */
    List<Rollout> find(Platform platform, Set<RolloutState> states) {
        StreamQuery query = StreamQuery.of(StreamId.Kind.ROLLOUT, PAGE)
                .withPlatform(platform.toString())
                .withStates(states.stream().map(Enum::name).toList());
        return Pages.of(store, query).stream()
                .flatMap(each -> ledger.rollout(ReleaseId.of(each.name())).value().stream())
                .toList();
    }
}
