package org.gridrollout.core.coverage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.registry.Enrolment;
import org.gridrollout.api.registry.Product;
import org.gridrollout.api.registry.Site;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.ProductId;

/**
 * Which product has rollout sites on which of its platforms at an instant, before anything is announced. A product that no
 * site covers is otherwise found out when its release waits for somebody who never comes (EGI: it was silently left out).
 *
 * @param cells one for each product and platform; sorted
 */
public record Coverage(Instant at, List<Cell> cells) {
    public Coverage {
        cells = List.copyOf(cells);
    }

    /**
     * The coverage that a registry gives.
     *
     * @param products each with the platforms it is released for; one that names none has no cell
     * @param enrolments of any products and sites, past and future ones too
     */
    public static Coverage of(
            Collection<Product> products, Collection<Enrolment> enrolments, Collection<Site> sites, Instant at) {
        Map<SiteId, Site> known = byId(sites);
        Map<ProductId, List<Enrolment>> byProduct =
                enrolments.stream().collect(Collectors.groupingBy(Enrolment::product));
        List<Cell> cells = new ArrayList<>();
        products.stream().sorted(Comparator.comparing(Product::id)).forEach(product -> {
            List<Enrolment> own = byProduct.getOrDefault(product.id(), List.of());
            product.platforms().forEach(platform -> cells.add(cell(product, platform, own, known, at)));
        });
        return new Coverage(at, cells);
    }

    /**
     * One product on one platform.
     *
     * @param enrolments of the product, one per site
     * @param sites at least those enrolled; the others are only needed for near misses
     */
    public static Cell cell(
            Product product, Platform platform, Collection<Enrolment> enrolments, Collection<Site> sites, Instant at) {
        return cell(product, platform, enrolments, byId(sites), at);
    }

    private static Cell cell(
            Product product, Platform platform, Collection<Enrolment> enrolments, Map<SiteId, Site> sites, Instant at) {
        List<SiteId> covering = enrolled(enrolments, at, each -> runs(sites, each.site(), platform) == Runs.YES);
        List<SiteId> assumed = enrolled(enrolments, at, each -> runs(sites, each.site(), platform) == Runs.UNSAID);
        boolean covered = !covering.isEmpty() || !assumed.isEmpty();
        return new Cell(
                product.id(),
                platform,
                covering,
                assumed,
                covered ? List.of() : nearMisses(product, platform, enrolments, sites, at));
    }

    private static List<NearMiss> nearMisses(
            Product product, Platform platform, Collection<Enrolment> enrolments, Map<SiteId, Site> sites, Instant at) {
        Map<SiteId, NearMiss> misses = new TreeMap<>();
        for (Site each : sites.values()) {
            if (each.platforms().contains(platform)
                    && product.criteria().unmetBySite(each, product).isEmpty()) {
                misses.put(each.id(), new NearMiss(each.id(), NearMiss.Kind.NOT_ENROLLED, at));
            }
        }
        for (Enrolment each : enrolments) {
            if (runs(sites, each.site(), platform) != Runs.NO) {
                misses.put(each.site(), miss(each, at));
            }
        }
        return List.copyOf(misses.values());
    }

    private static List<SiteId> enrolled(Collection<Enrolment> enrolments, Instant at, Predicate<Enrolment> which) {
        return enrolments.stream()
                .filter(each -> each.activeAt(at))
                .filter(which)
                .map(Enrolment::site)
                .sorted()
                .toList();
    }

    /** What nobody covers. */
    public List<Cell> gaps() {
        return cells.stream().filter(each -> !each.isCovered()).toList();
    }

    private static NearMiss miss(Enrolment enrolment, Instant at) {
        return at.isBefore(enrolment.from())
                ? new NearMiss(enrolment.site(), NearMiss.Kind.NOT_BEGUN, enrolment.from())
                : new NearMiss(
                        enrolment.site(), NearMiss.Kind.ENDED, enrolment.until().orElseThrow());
    }

    private static Map<SiteId, Site> byId(Collection<Site> sites) {
        return sites.stream().collect(Collectors.toMap(Site::id, Function.identity()));
    }

    /** Whether a site runs a platform, as far as it has said. */
    private enum Runs {
        YES,
        NO,
        UNSAID
    }

    private static Runs runs(Map<SiteId, Site> sites, SiteId id, Platform platform) {
        Site site = sites.get(id);
        if (site == null || site.platforms().isEmpty()) {
            return Runs.UNSAID;
        }
        return site.platforms().contains(platform) ? Runs.YES : Runs.NO;
    }
}
