package org.gridrollout.core.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.registry.Product;
import org.gridrollout.api.rollout.ProductLine;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.core.engine.Ledger.Versioned;

/** Everything read for one decision, and at which revisions. */
record Situation(
        Release release,
        Versioned<Rollout> rollout,
        Versioned<ProductLine> line,
        Optional<ProductEntry> product,
        Map<ReleaseId, Versioned<Rollout>> others) {

    static Situation load(Ledger ledger, Release release, Versioned<Rollout> rollout) {
        Versioned<ProductLine> line = ledger.line(release.product(), release.platform());
        Map<ReleaseId, Versioned<Rollout>> others = new LinkedHashMap<>();
        line.value()
                .ifPresent(known -> known.living().stream()
                        .map(ProductLine.Entry::release)
                        .filter(each -> !each.equals(release.id()))
                        .forEach(each -> others.put(each, ledger.rollout(each))));
        return new Situation(
                release, rollout, line, ledger.product(release.product()).value(), others);
    }

    ProductLine lineOrEmpty() {
        return line.value().orElseGet(() -> ProductLine.empty(release.product(), release.platform()));
    }

    List<Rollout> otherRollouts() {
        return others.values().stream().flatMap(each -> each.value().stream()).toList();
    }

    long revisionOf(ReleaseId id) {
        Versioned<Rollout> other = others.get(id);
        return other == null ? rollout.revision() : other.revision();
    }

    Optional<Product> knownProduct() {
        return product.map(ProductEntry::product);
    }

    Party team() {
        return knownProduct().map(each -> Party.team(each.team())).orElse(Party.MIDDLEWARE_UNIT);
    }
}
