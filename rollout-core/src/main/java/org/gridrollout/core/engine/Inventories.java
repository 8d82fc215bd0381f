package org.gridrollout.core.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.gridrollout.api.notice.Notice;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.registry.Installations;
import org.gridrollout.api.rollout.ProductLine;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.api.spi.VersionScheme;
import org.gridrollout.api.store.IndexEntry;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.api.store.StreamQuery;
import org.gridrollout.api.store.StreamWrite;
import org.gridrollout.core.engine.Ledger.Versioned;
import org.gridrollout.core.lifecycle.Decision;
import org.gridrollout.core.lifecycle.ProductLines;

/**
 * Lets product lines hear of what sites reported. Each product's part is one change together with the inventory it comes
 * from, so that neither a crash nor another report gets between them; what is not done yet stays due for the sweep.
 */
final class Inventories {

    private static final int ATTEMPTS = 50;
    private static final int PAGE = 1_000;
    private static final Set<String> ENDED = Set.of(
            RolloutState.REJECTED.name(),
            RolloutState.WITHDRAWN.name(),
            RolloutState.SUPERSEDED.name(),
            RolloutState.RETIRED.name());

    private final RolloutStore store;
    private final Ledger ledger;
    private final SituationReader reader;
    private final Decider decider;
    private final VersionScheme versions;
    private final Supplier<Instant> now;

    Inventories(
            RolloutStore store,
            SituationReader reader,
            Decider decider,
            VersionScheme versions,
            Supplier<Instant> now) {
        this.store = store;
        this.ledger = new Ledger(store);
        this.reader = reader;
        this.decider = decider;
        this.versions = versions;
        this.now = now;
    }

    /** What changed by an alignment, and what people will be told of it. */
    record Aligned(Set<ReleaseId> rollouts, List<Notice> notices) {}

    Optional<Installations> installations(SiteId site, Platform platform) {
        return load(site, platform).value().map(InventoryEntry::installations);
    }

    /** Lets every product hear whose components changed and that has not heard yet. */
    Aligned align(SiteId site, Platform platform) {
        Aligned aligned = new Aligned(new LinkedHashSet<>(), new ArrayList<>());
        load(site, platform)
                .value()
                .map(InventoryEntry::unsettled)
                .orElse(Set.of())
                .forEach(each -> align(site, platform, each, aligned));
        return aligned;
    }

    private void align(SiteId site, Platform platform, ProductId product, Aligned aligned) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Versioned<InventoryEntry> known = load(site, platform);
            InventoryEntry entry = known.value().orElseThrow();
            if (!entry.unsettled().contains(product)) {
                return;
            }
            Part part = part(entry, product);
            if (part.writes().isEmpty() && part.waits()) {
                return;
            }
            InventoryEntry after = part.waits() ? entry : entry.settled(product);
            List<StreamWrite> writes = new ArrayList<>(part.writes());
            writes.add(Registration.document(
                    Streams.of(site, platform), known.revision(), InventoryEntry.class, after, after.index()));
            if (decider.isKept(decider.change(writes, part.notices()))) {
                aligned.rollouts().addAll(part.rollouts());
                aligned.notices().addAll(part.notices());
                return;
            }
        }
        throw new ContentionException("What " + site + " runs of " + product, ATTEMPTS);
    }

    /** @param waits whether a release that no repository offers yet is to hear of it once one does */
    private record Part(List<StreamWrite> writes, List<Notice> notices, Set<ReleaseId> rollouts, boolean waits) {}

    private Part part(InventoryEntry entry, ProductId product) {
        Platform platform = entry.installations().platform();
        Versioned<ProductLine> known = ledger.line(product, platform);
        ProductLine line = known.value().orElseGet(() -> ProductLine.empty(product, platform));
        Set<String> components = ledger.product(product)
                .value()
                .map(each -> each.product().components())
                .orElse(Set.of());
        Map<String, Evr> seen = Alignment.versionsOf(components, entry);
        Optional<Situation> situation = situation(line, seen, entry);
        if (situation.isEmpty()) {
            return new Part(lineOnly(known, ProductLines.seen(line, seen, versions)), List.of(), Set.of(), false);
        }
        Decision decision = Alignment.of(
                situation.get(),
                seen,
                decider.context(situation.get(), entry.installations().reportedAt()),
                entry);
        boolean waits = decision.line().living().stream()
                .anyMatch(each -> each.state() == RolloutState.CONTRIBUTED && matches(each.packages(), entry));
        return new Part(
                decider.writes(situation.get(), decision, entry.reportedBy(), now.get()),
                Decider.notices(situation.get(), decision),
                decision.rollouts().keySet(),
                waits);
    }

    /** The rollouts to look at; the history of the line only for a component whose version none of the living ones has. */
    private Optional<Situation> situation(ProductLine line, Map<String, Evr> seen, InventoryEntry entry) {
        List<ReleaseId> matching = new ArrayList<>();
        line.living().stream()
                .filter(each -> matches(each.packages(), entry))
                .map(ProductLine.Entry::release)
                .forEach(matching::add);
        boolean maybeEnded =
                seen.entrySet().stream().anyMatch(each -> everReleased(line, each) && !ofLiving(line, each));
        if (maybeEnded) {
            matching.addAll(endedThatMatch(line, entry));
        }
        return reader.read(line, matching, now.get());
    }

    /** What is above the floor was never released here. */
    private boolean everReleased(ProductLine line, Map.Entry<String, Evr> seen) {
        Evr floor = line.floor().get(seen.getKey());
        return floor != null && versions.compare(seen.getValue(), floor) <= 0;
    }

    /** A version of a component comes in one release only, since versions only go up. */
    private boolean ofLiving(ProductLine line, Map.Entry<String, Evr> seen) {
        return line.living().stream()
                .flatMap(each -> each.packages().stream())
                .anyMatch(each -> each.component().equals(seen.getKey())
                        && versions.compare(each.nevra().evr(), seen.getValue()) == 0);
    }

    private List<ReleaseId> endedThatMatch(ProductLine line, InventoryEntry entry) {
        StreamQuery query = StreamQuery.of(StreamId.Kind.ROLLOUT, PAGE)
                .withStates(ENDED)
                .withProduct(line.product().value())
                .withPlatform(line.platform().toString());
        return Pages.of(store, query).stream()
                .map(each -> ReleaseId.of(each.name()))
                .filter(each -> ledger.rollout(each)
                        .value()
                        .filter(rollout -> matches(rollout.release().packages(), entry))
                        .isPresent())
                .toList();
    }

    private static List<StreamWrite> lineOnly(Versioned<ProductLine> known, ProductLine after) {
        boolean raised =
                !after.floor().isEmpty() && known.value().filter(after::equals).isEmpty();
        return raised
                ? List.of(Registration.document(
                        Streams.lineOf(after.product(), after.platform()),
                        known.revision(),
                        ProductLine.class,
                        after,
                        IndexEntry.NONE))
                : List.of();
    }

    private boolean matches(List<PackageRef> packages, InventoryEntry entry) {
        return Alignment.matches(packages, entry.installations().components(), versions);
    }

    private Versioned<InventoryEntry> load(SiteId site, Platform platform) {
        return ledger.load(Streams.of(site, platform), InventoryEntry.class);
    }
}
