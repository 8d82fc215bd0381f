package org.gridrollout.core.metrics;

import com.google.common.collect.Interner;
import com.google.common.collect.Interners;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.sla.ObligationId;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.ReleaseId;

/** Everything that is counted, and the releases it is counted of. Not thread-safe. */
final class Books {

    private final UnitBook unit = new UnitBook();
    // By name, so that a debtor's name need not be made a SiteId again and again.
    private final Map<String, SiteBook> sites = new HashMap<>();
    private final Map<ProductId, ProductBook> products = new HashMap<>();
    private final Map<ReleaseId, Course> courses = new HashMap<>();
    private final Interner<ObligationId> names = Interners.newStrongInterner();

    UnitBook unit() {
        return unit;
    }

    SiteBook site(String name) {
        return sites.computeIfAbsent(name, any -> new SiteBook());
    }

    Optional<SiteBook> knownSite(SiteId site) {
        return Optional.ofNullable(sites.get(site.value()));
    }

    Optional<ProductBook> knownProduct(ProductId product) {
        return Optional.ofNullable(products.get(product));
    }

    Set<SiteId> sites() {
        Set<SiteId> all = new TreeSet<>();
        sites.keySet().forEach(each -> all.add(SiteId.of(each)));
        return all;
    }

    Set<ProductId> products() {
        return new TreeSet<>(products.keySet());
    }

    /** The same name each time, so that it can be compared by identity. */
    ObligationId pooled(ObligationId name) {
        return names.intern(name);
    }

    /** Whose promise it is. */
    Dues dues(Party debtor, Course course) {
        return switch (debtor.kind()) {
            case SITE -> site(debtor.name()).dues();
            case PRODUCT_TEAM -> course.product().answers();
            case MIDDLEWARE_UNIT -> unit.dues();
            case NOBODY, RELEASE -> throw new IllegalStateException(debtor + " can owe nothing");
        };
    }

    Course begin(ReleaseId release, RolloutEvent.Contributed event) {
        ProductBook product = products.computeIfAbsent(event.release().product(), ProductBook::new);
        Course course = new Course(product, Micros.of(event.at()));
        if (courses.putIfAbsent(release, course) != null) {
            throw new IllegalStateException(release + " began twice; was the journal read out of order?");
        }
        return course;
    }

    Optional<Course> known(ReleaseId release) {
        return Optional.ofNullable(courses.get(release));
    }

    Course course(ReleaseId release) {
        return known(release)
                .orElseThrow(() -> new IllegalStateException("Something happened to " + release
                        + ", whose contribution was never seen; read the journal from its beginning."));
    }
}
