package org.gridrollout.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.party.TeamId;
import org.gridrollout.api.registry.Enrolment;
import org.gridrollout.api.registry.Product;
import org.gridrollout.api.registry.SelectionCriteria;
import org.gridrollout.api.registry.Site;
import org.gridrollout.api.sla.Sla;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.ProductId;

/** On random registries. */
class CoverageProperties {

    private static final List<Platform> PLATFORMS =
            List.of(Platform.parse("el8/x86_64"), Platform.parse("el9/x86_64"), Platform.parse("el9/aarch64"));
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    /** Who is there and who is enrolled. */
    record Registry(List<Product> products, List<Site> sites, List<Enrolment> enrolments) {
        Coverage coverage() {
            return Coverage.of(products, enrolments, sites, NOW);
        }
    }

    @Provide
    Arbitrary<Registry> registries() {
        Arbitrary<Set<Platform>> platforms = Arbitraries.of(PLATFORMS).set().ofMaxSize(3);
        Arbitrary<String> profile = Arbitraries.of("", "tier-1", "tier-2");
        Arbitrary<List<Site>> sites = Combinators.combine(platforms, profile)
                .as((runs, is) -> new Site(SiteId.of("X"), "", is, runs, Set.of()))
                .list()
                .ofMaxSize(5)
                .map(list -> {
                    List<Site> named = new ArrayList<>();
                    list.forEach(each -> named.add(each.withId(SiteId.of("SITE-" + named.size()))));
                    return named;
                });
        Arbitrary<List<Product>> products = Combinators.combine(platforms, profile)
                .as((on, asks) -> new Product(ProductId.of("x"), TeamId.of("t"), Set.of("c"))
                        .withPlatforms(on)
                        .withCriteria(SelectionCriteria.NONE.withProfiles(asks.isEmpty() ? Set.of() : Set.of(asks))))
                .list()
                .ofMaxSize(4)
                .map(list -> {
                    List<Product> named = new ArrayList<>();
                    list.forEach(each -> named.add(each.withId(ProductId.of("product-" + named.size()))));
                    return named;
                });
        Arbitrary<List<Integer>> choices =
                Arbitraries.integers().between(0, 5).list().ofSize(20);
        return Combinators.combine(products, sites, choices).as((some, at, how) -> {
            List<Enrolment> enrolments = new ArrayList<>();
            for (int i = 0; i < some.size(); i++) {
                for (int j = 0; j < at.size(); j++) {
                    enrolment(some.get(i), at.get(j), how.get((i * 5 + j) % 20)).ifPresent(enrolments::add);
                }
            }
            return new Registry(some, at, enrolments);
        });
    }

    private static Optional<Enrolment> enrolment(Product product, Site site, int choice) {
        Instant from = choice == 1 ? NOW.plusSeconds(1) : NOW.minusSeconds(60);
        Optional<Instant> until = choice == 2 ? Optional.of(NOW) : Optional.empty();
        return choice > 3
                ? Optional.empty()
                : Optional.of(
                        new Enrolment(site.id(), product.id(), Sla.failuresWithin(Duration.ofDays(1)), from, until));
    }

    @Property
    void everyProductOnEachOfItsPlatformsIsCoveredOrListedAsAGap(@ForAll("registries") Registry registry) {
        Coverage coverage = registry.coverage();
        int cells = 0;
        for (Product product : registry.products()) {
            for (Platform platform : product.platforms()) {
                List<Cell> found = coverage.cells().stream()
                        .filter(each -> each.product().equals(product.id())
                                && each.platform().equals(platform))
                        .toList();
                assertThat(found).hasSize(1);
                boolean anybody = registry.enrolments().stream()
                        .anyMatch(each -> each.product().equals(product.id())
                                && each.activeAt(NOW)
                                && mayRun(registry, each.site(), platform));
                assertThat(coverage.gaps().contains(found.get(0))).isEqualTo(!anybody);
                cells++;
            }
        }
        assertThat(coverage.cells()).hasSize(cells);
    }

    @Property
    void nearMissesAreThoseWhoCouldBeAskedAndOnlyWhereNobodyCovers(@ForAll("registries") Registry registry) {
        for (Cell cell : registry.coverage().cells()) {
            if (cell.isCovered()) {
                assertThat(cell.nearMisses()).isEmpty();
            } else {
                List<SiteId> expected = registry.sites().stream()
                        .filter(site -> couldBeAsked(registry, cell, site))
                        .map(Site::id)
                        .sorted()
                        .toList();
                assertThat(cell.nearMisses()).extracting(NearMiss::site).isEqualTo(expected);
            }
        }
    }

    @Property
    void orderOfWhatIsRegisteredDoesNotMatter(@ForAll("registries") Registry registry, @ForAll Random random) {
        List<Product> products = new ArrayList<>(registry.products());
        List<Site> sites = new ArrayList<>(registry.sites());
        List<Enrolment> enrolments = new ArrayList<>(registry.enrolments());
        Collections.shuffle(products, random);
        Collections.shuffle(sites, random);
        Collections.shuffle(enrolments, random);
        assertThat(Coverage.of(products, enrolments, sites, NOW)).isEqualTo(registry.coverage());
    }

    private static boolean couldBeAsked(Registry registry, Cell cell, Site site) {
        boolean everEnrolled = registry.enrolments().stream()
                .anyMatch(
                        each -> each.site().equals(site.id()) && each.product().equals(cell.product()));
        Product product = registry.products().stream()
                .filter(each -> each.id().equals(cell.product()))
                .findFirst()
                .orElseThrow();
        return everEnrolled
                ? mayRun(registry, site.id(), cell.platform())
                : site.platforms().contains(cell.platform())
                        && (product.criteria().profiles().isEmpty()
                                || product.criteria().profiles().contains(site.profile()));
    }

    private static boolean mayRun(Registry registry, SiteId id, Platform platform) {
        Site site = registry.sites().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        return site.platforms().isEmpty() || site.platforms().contains(platform);
    }
}
