package org.gridrollout.core.metrics;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.software.ProductId;

/** What is counted of one site. */
final class SiteBook {

    private final Dues dues = new Dues();
    private final Series asked = new Series();
    private final Series incidents = new Series();

    Dues dues() {
        return dues;
    }

    Series asked() {
        return asked;
    }

    Series incidents() {
        return incidents;
    }

    SiteScorecard scorecard(SiteId site, Period period, UnknownCap cap) {
        return scorecard(
                site,
                Optional.empty(),
                period,
                dues.scores(period),
                asked.select(period),
                incidents.select(period),
                cap);
    }

    SiteScorecard scorecard(SiteId site, ProductId product, Period period, UnknownCap cap) {
        Predicate<Mark> ofProduct = each -> each.product().equals(product);
        return scorecard(
                site,
                Optional.of(product),
                period,
                dues.scores(period, ofProduct),
                asked.select(period, ofProduct),
                incidents.select(period, ofProduct),
                cap);
    }

    private static SiteScorecard scorecard(
            SiteId site,
            Optional<ProductId> product,
            Period period,
            Map<Duty, DutyScore> duties,
            Selection asked,
            Selection incidents,
            UnknownCap cap) {
        long onlyDeployed = asked.count(Asked.DEPLOYED);
        long onlyDeclined = asked.count(Asked.DECLINED);
        long both = asked.count(Asked.DEPLOYED + Asked.DECLINED);
        Participation participation = new Participation(
                asked.count(0) + onlyDeployed + onlyDeclined + both, onlyDeployed + both, onlyDeclined + both);
        return new SiteScorecard(site, product, period, duties, participation, FiledIncidents.of(incidents), cap);
    }
}
