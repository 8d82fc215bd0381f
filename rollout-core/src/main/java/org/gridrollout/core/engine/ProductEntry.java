package org.gridrollout.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** In the place of the site's earlier enrolment, so that enrolling it again as before changes nothing. */
    ProductEntry with(Enrolment enrolment) {
        List<Enrolment> all = new ArrayList<>(enrolments);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).site().equals(enrolment.site())) {
                all.set(i, enrolment);
                return new ProductEntry(product, all);
            }
        }
        all.add(enrolment);
        return new ProductEntry(product, all);
    }
}
