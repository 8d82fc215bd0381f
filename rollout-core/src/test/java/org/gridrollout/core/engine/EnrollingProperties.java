package org.gridrollout.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gridrollout.api.command.RegistryCommand.Enrol;
import org.gridrollout.api.command.RegistryCommand.RegisterProduct;
import org.gridrollout.api.command.RegistryCommand.RegisterSite;
import org.gridrollout.api.registry.Enrolment;
import org.gridrollout.api.registry.Product;
import org.gridrollout.api.registry.SelectionCriteria;
import org.gridrollout.api.registry.Site;
import org.gridrollout.api.sla.Reporting;
import org.gridrollout.api.sla.Sla;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.verdict.Finding;

/** On random sites, promises and criteria. */
class EnrollingProperties {

    private static final List<String> TRAITS = List.of("experiment:atlas", "experiment:cms", "storage");

    @Provide
    Arbitrary<SelectionCriteria> criteria() {
        return Combinators.combine(
                        Arbitraries.of("tier-1", "tier-2").set().ofMaxSize(2),
                        Arbitraries.of(TRAITS).set().ofMaxSize(2),
                        Arbitraries.of(true, false),
                        Arbitraries.of(Reporting.values()),
                        days().optional(),
                        Arbitraries.of(true, false))
                .as(SelectionCriteria::new);
    }

    @Provide
    Arbitrary<Site> sites() {
        return Combinators.combine(
                        Arbitraries.of("", "tier-1", "tier-2", "tier-3"),
                        Arbitraries.of(SmallGrid.EL8, SmallGrid.EL9).set().ofMaxSize(2),
                        Arbitraries.of(TRAITS).set().ofMaxSize(3))
                .as((profile, platforms, traits) -> new Site(SmallGrid.DESY, "", profile, platforms, traits));
    }

    @Provide
    Arbitrary<Sla> slas() {
        return Combinators.combine(days(), Arbitraries.of(Reporting.values()), Arbitraries.of(true, false))
                .as((days, reporting, deploys) -> Sla.builder()
                        .name("some")
                        .reportWithin(days)
                        .reporting(reporting)
                        .deployWithin(deploys ? Optional.of(Duration.ofHours(1)) : Optional.empty())
                        .build());
    }

    private static Arbitrary<Duration> days() {
        return Arbitraries.integers().between(1, 4).map(Duration::ofDays);
    }

    @Property(tries = 200)
    void siteIsEnrolledExactlyIfNothingIsUnmetAndHearsOfAllThatIs(
            @ForAll("criteria") SelectionCriteria criteria, @ForAll("sites") Site site, @ForAll("slas") Sla sla) {
        SmallGrid grid = new SmallGrid();
        Product product = new Product(SmallGrid.VOMS, SmallGrid.TEAM, Set.of("voms"))
                .withPlatforms(Set.of(SmallGrid.EL9))
                .withCriteria(criteria);
        grid.accept(new RegisterProduct(product, SmallGrid.MU));
        grid.accept(new RegisterSite(site, SmallGrid.MU));
        Outcome outcome = grid.engine.execute(
                new Enrol(new Enrolment(site.id(), product.id(), sla, grid.now, Optional.empty()), SmallGrid.MU));
        List<String> unmet = criteria.unmet(site, sla, product);
        assertThat(outcome instanceof Outcome.Accepted).isEqualTo(unmet.isEmpty());
        if (outcome instanceof Outcome.Refused refused) {
            assertThat(refused.verdict().findings())
                    .extracting(Finding::sentence)
                    .isEqualTo(unmet);
        }
    }

    @Property
    void nothingIsUnmetExactlyIfTheSiteAndItsPromiseAreAsAsked(
            @ForAll("criteria") SelectionCriteria criteria, @ForAll("sites") Site site, @ForAll("slas") Sla sla) {
        Platform platform = SmallGrid.EL9;
        Product product = new Product(SmallGrid.VOMS, SmallGrid.TEAM, Set.of("voms"))
                .withPlatforms(Set.of(platform))
                .withCriteria(criteria);
        boolean asAsked = (criteria.profiles().isEmpty() || criteria.profiles().contains(site.profile()))
                && site.traits().containsAll(criteria.traits())
                && (!criteria.platformNeeded() || site.platforms().contains(platform))
                && (criteria.reporting() == Reporting.FAILURES_ONLY || sla.reporting() == Reporting.EVERY_RELEASE)
                && (criteria.reportWithin().isEmpty()
                        || sla.reportWithin().toDays()
                                <= criteria.reportWithin().get().toDays())
                && (!criteria.deployTermNeeded() || sla.deployWithin().isPresent());
        assertThat(criteria.unmet(site, sla, product).isEmpty()).isEqualTo(asAsked);
    }
}
