package org.gridrollout.core.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gridrollout.api.registry.Enrolment;
import org.gridrollout.api.registry.Product;
import org.gridrollout.api.registry.Site;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.api.store.StreamQuery;
import org.gridrollout.core.coverage.Cell;
import org.gridrollout.core.coverage.Coverage;
import org.gridrollout.core.lifecycle.Context;
import org.gridrollout.core.lifecycle.SurroundingsBuilder;

/** Reads the registry for coverage. The whole of it for everything; for one release only who is enrolled, if that is enough. */
final class CoverageReader {

    private static final int PAGE = 1_000;

    private final RolloutStore store;
    private final Ledger ledger;

    CoverageReader(RolloutStore store) {
        this.store = store;
        this.ledger = new Ledger(store);
    }

    Coverage coverage(Instant at) {
        List<Product> products = new ArrayList<>();
        List<Enrolment> enrolments = new ArrayList<>();
        Map<String, Set<Platform>> released = released();
        for (ProductEntry each : all(StreamId.Kind.PRODUCT, ProductEntry.class)) {
            Product product = each.product();
            products.add(
                    product.platforms().isEmpty()
                            ? product.withPlatforms(
                                    released.getOrDefault(product.id().value(), Set.of()))
                            : product);
            enrolments.addAll(each.enrolments());
        }
        return Coverage.of(products, enrolments, sites(), at);
    }

    /** The context that explains a rollout: with who covers it, as long as that is what it waits for. */
    Context explaining(Rollout rollout, Context context) {
        Optional<ProductEntry> product = rollout.state() == RolloutState.IN_BETA
                ? ledger.product(rollout.release().product()).value()
                : Optional.empty();
        return product.isEmpty()
                ? context
                : new Context(
                        context.now(),
                        context.policy(),
                        context.rules(),
                        context.versions(),
                        new SurroundingsBuilder()
                                .from(context.around())
                                .coverage(cell(product.get(), rollout.release().platform(), context.now()))
                                .build(),
                        context.line(),
                        context.others());
    }

    private Cell cell(ProductEntry entry, Platform platform, Instant at) {
        List<Site> enrolled = entry.enrolments().stream()
                .flatMap(each -> ledger.load(Streams.of(each.site()), SiteEntry.class).value().stream())
                .map(SiteEntry::site)
                .toList();
        Cell cell = Coverage.cell(entry.product(), platform, entry.enrolments(), enrolled, at);
        return cell.isCovered() ? cell : Coverage.cell(entry.product(), platform, entry.enrolments(), sites(), at);
    }

    /** Where products that do not say it have been released so far, by the names of their lines. */
    private Map<String, Set<Platform>> released() {
        Map<String, Set<Platform>> released = new HashMap<>();
        for (StreamId each : Pages.of(store, StreamQuery.of(StreamId.Kind.PRODUCT_LINE, PAGE))) {
            int slash = each.name().indexOf('/');
            released.computeIfAbsent(each.name().substring(0, slash), product -> new TreeSet<>())
                    .add(Platform.parse(each.name().substring(slash + 1)));
        }
        return released;
    }

    private List<Site> sites() {
        return all(StreamId.Kind.SITE, SiteEntry.class).stream()
                .map(SiteEntry::site)
                .toList();
    }

    private <T> List<T> all(StreamId.Kind kind, Class<T> type) {
        return Pages.of(store, StreamQuery.of(kind, PAGE)).stream()
                .flatMap(each -> ledger.load(each, type).value().stream())
                .toList();
    }
}
