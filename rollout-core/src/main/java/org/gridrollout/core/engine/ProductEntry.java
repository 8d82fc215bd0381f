package org.gridrollout.core.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.registry.Enrolment;
import org.gridrollout.api.registry.Product;

/** What the registry keeps of a product: itself and who is enrolled for it, one enrolment per site. */
record ProductEntry(Product product, List<Enrolment> enrolments) {

    ProductEntry {
        enrolments = List.copyOf(enrolments);
    }

    Optional<Enrolment> enrolment(SiteId site) {
        return enrolments.stream().filter(each -> each.site().equals(site)).findFirst();
    }

    ProductEntry with(Enrolment enrolment) {
        return new ProductEntry(
                product,
                Stream.concat(
                                enrolments.stream().filter(each -> !each.site().equals(enrolment.site())),
                                Stream.of(enrolment))
                        .toList());
    }
}
