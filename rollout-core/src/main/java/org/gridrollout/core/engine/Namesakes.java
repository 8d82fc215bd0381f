package org.gridrollout.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.rollout.ProductLine;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.api.spi.VersionScheme;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.api.store.StreamQuery;
import org.gridrollout.core.lifecycle.Namesake;

/**
 * What was exposed before under the names of packages that are offered. Reads every release of the line there ever was: only
 * where a name is not above all others, and so not certainly new.
 */
final class Namesakes {

    private static final int PAGE = 500;

    private final RolloutStore store;
    private final Ledger ledger;
    private final VersionScheme versions;

    Namesakes(RolloutStore store, Ledger ledger, VersionScheme versions) {
        this.store = store;
        this.ledger = ledger;
        this.versions = versions;
    }

    List<Namesake> of(Release offered, ProductLine line) {
        List<Nevra> doubtful = offered.packages().stream()
                .filter(each -> !isNew(each, line))
                .map(PackageRef::nevra)
                .toList();
        List<Namesake> namesakes = new ArrayList<>();
        if (doubtful.isEmpty()) {
            return namesakes;
        }
        StreamQuery query = StreamQuery.of(StreamId.Kind.ROLLOUT, PAGE)
                .withProduct(offered.product().value())
                .withPlatform(offered.platform().toString());
        for (StreamId each : Pages.of(store, query)) {
            ledger.rollout(ReleaseId.of(each.name()))
                    .value()
                    .filter(rollout -> rollout.state() != RolloutState.REFUSED) // no client ever saw it
                    .ifPresent(rollout -> collect(rollout, doubtful, namesakes));
        }
        return namesakes;
    }

    private static void collect(Rollout rollout, List<Nevra> doubtful, List<Namesake> namesakes) {
        for (PackageRef each : rollout.release().packages()) {
            if (doubtful.contains(each.nevra())) {
                namesakes.add(new Namesake(each, rollout.id()));
            }
        }
    }

    private boolean isNew(PackageRef offered, ProductLine line) {
        Optional<Evr> floor = Optional.ofNullable(line.floor().get(offered.component()));
        return floor.filter(each -> versions.compare(offered.nevra().evr(), each) <= 0)
                        .isEmpty()
                && line.living().stream()
                        .filter(each -> each.state() == RolloutState.CONTRIBUTED) // will be exposed any moment
                        .flatMap(each -> each.packages().stream())
                        .noneMatch(each -> each.nevra().equals(offered.nevra()));
    }
}
