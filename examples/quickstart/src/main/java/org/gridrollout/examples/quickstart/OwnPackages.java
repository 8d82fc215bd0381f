package org.gridrollout.examples.quickstart;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gridrollout.api.command.RegistryCommand.Enrol;
import org.gridrollout.api.command.RegistryCommand.RegisterProduct;
import org.gridrollout.api.command.RegistryCommand.RegisterSite;
import org.gridrollout.api.command.RolloutCommand.Announce;
import org.gridrollout.api.command.RolloutCommand.Contribute;
import org.gridrollout.api.command.RolloutCommand.Promote;
import org.gridrollout.api.command.SiteCommand.ReportDeployment;
import org.gridrollout.api.party.TeamId;
import org.gridrollout.api.registry.Enrolment;
import org.gridrollout.api.registry.Product;
import org.gridrollout.api.registry.Site;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.Sla;
import org.gridrollout.api.software.Certification;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.SoftwarePackage;

/** The first act, once for each release of a product team's own packages. Releases that share components are one product. */
final class OwnPackages {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final TeamId TEAM = TeamId.of("team");

    private final Play play;
    private final Depot depot;

    OwnPackages(Play play, Depot depot) {
        this.play = play;
        this.depot = depot;
    }

    void play(List<TeamDirectory.Batch> batches) {
        play.register(new RegisterSite(new Site(Cast.LIP, ""), Cast.MIDDLEWARE_UNIT));
        Map<ProductId, Set<String>> products = products(batches);
        products.forEach(this::register);
        int number = 0;
        for (TeamDirectory.Batch batch : batches) {
            number++;
            play.timeline().act(number, batch.name() + " passes by silence");
            pass(batch, product(products, batch));
        }
    }

    private void pass(TeamDirectory.Batch batch, ProductId product) {
        Certification certification = new Certification("team", Quickstart.BEGINNING, "all tests passed");
        Release release =
                depot.release(legal(batch.name()), product.value(), batch.name(), batch.packages(), certification);
        play.does(new Contribute(release, Cast.of(TEAM)), "contributes " + release.label(), RolloutState.IN_BETA);
        play.does(Announce.of(release.id(), Cast.MIDDLEWARE_UNIT), "announces it", RolloutState.ROLLING_OUT);
        play.does(
                new ReportDeployment(release.id(), Cast.LIP, Cast.at(Cast.LIP)),
                "deploys it",
                RolloutState.ROLLING_OUT);
        play.timePasses(WEEK, release.id(), "a week passes without an issue", RolloutState.GOOD);
        play.explain(release.id());
        play.does(new Promote(release.id(), Cast.MIDDLEWARE_UNIT), "promotes it", RolloutState.IN_PRODUCTION);
    }

    private void register(ProductId product, Set<String> components) {
        play.register(new RegisterProduct(new Product(product, TEAM, components), Cast.MIDDLEWARE_UNIT));
        play.register(new Enrol(
                new Enrolment(Cast.LIP, product, Sla.failuresWithin(WEEK), Quickstart.BEGINNING, Optional.empty()),
                Cast.MIDDLEWARE_UNIT));
    }

    /** Products are what shares a component, directly or through others. */
    private static Map<ProductId, Set<String>> products(List<TeamDirectory.Batch> batches) {
        Map<ProductId, Set<String>> products = new TreeMap<>();
        for (TeamDirectory.Batch batch : batches) {
            Set<String> components = new HashSet<>(components(batch));
            List<ProductId> shared = products.entrySet().stream()
                    .filter(each -> each.getValue().stream().anyMatch(components::contains))
                    .map(Map.Entry::getKey)
                    .toList();
            shared.forEach(each -> components.addAll(products.remove(each)));
            products.put(
                    ProductId.of(legal(components.stream().sorted().findFirst().orElseThrow())), components);
        }
        return products;
    }

    private static ProductId product(Map<ProductId, Set<String>> products, TeamDirectory.Batch batch) {
        String component = components(batch).get(0);
        return products.entrySet().stream()
                .filter(each -> each.getValue().contains(component))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> components(TeamDirectory.Batch batch) {
        return batch.packages().stream()
                .map(SoftwarePackage::nevra)
                .map(each -> each.name())
                .toList();
    }

    private static String legal(String name) {
        return name.replaceAll("[^A-Za-z0-9._+~:@-]", "_").replaceAll("^[^A-Za-z0-9]+", "x");
    }
}
