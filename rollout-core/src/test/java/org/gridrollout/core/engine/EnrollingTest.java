package org.gridrollout.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.core.engine.SmallGrid.CERN;
import static org.gridrollout.core.engine.SmallGrid.DESY;
import static org.gridrollout.core.engine.SmallGrid.EL8;
import static org.gridrollout.core.engine.SmallGrid.EL9;
import static org.gridrollout.core.engine.SmallGrid.MU;
import static org.gridrollout.core.engine.SmallGrid.TEAM;
import static org.gridrollout.core.engine.SmallGrid.VOMS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridrollout.api.command.RegistryCommand.EndEnrolment;
import org.gridrollout.api.command.RegistryCommand.Enrol;
import org.gridrollout.api.command.RegistryCommand.RegisterProduct;
import org.gridrollout.api.command.RegistryCommand.RegisterSite;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.registry.Enrolment;
import org.gridrollout.api.registry.Product;
import org.gridrollout.api.registry.SelectionCriteria;
import org.gridrollout.api.registry.Site;
import org.gridrollout.api.sla.CalendarId;
import org.gridrollout.api.sla.Reporting;
import org.gridrollout.api.sla.Sla;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.core.evidence.Exposure;
import org.junit.jupiter.api.Test;

/** Who becomes a rollout site, and how it ends. */
class EnrollingTest {

    private static final Sla WEEK = Sla.failuresWithin(Duration.ofDays(7));

    private final SmallGrid grid = new SmallGrid();

    @Test
    void enrolmentThatDoesNotMeetTheCriteriaIsRefusedWithAllReasons() {
        grid.accept(new RegisterProduct(
                new Product(VOMS, TEAM, Set.of("voms", "voms-clients"))
                        .withPlatforms(Set.of(EL9))
                        .withCriteria(SelectionCriteria.builder()
                                .addProfiles("tier-1")
                                .addTraits("experiment:atlas")
                                .platformNeeded(true)
                                .reporting(Reporting.EVERY_RELEASE)
                                .reportWithin(Duration.ofDays(5))
                                .deployTermNeeded(true)
                                .build()),
                MU));
        grid.accept(new RegisterSite(new Site(DESY, "").withProfile("tier-2").withPlatforms(Set.of(EL8)), MU));
        assertThat(grid.refusal(enrol(DESY, WEEK)))
                .contains("DESY-HH is tier-2; rollout sites of voms are tier-1.")
                .contains("DESY-HH lacks experiment:atlas.")
                .contains("DESY-HH runs el8/x86_64; voms is released for el9/x86_64.")
                .contains("a report of every release is needed.")
                .contains("promises a report within PT168H; at most PT120H is needed.")
                .contains("does not say within what time the site deploys.");
        grid.accept(new RegisterSite(
                new Site(DESY, "")
                        .withProfile("tier-1")
                        .withPlatforms(Set.of(EL8, EL9))
                        .withTraits(Set.of("experiment:atlas", "storage")),
                MU));
        grid.accept(enrol(
                DESY,
                Sla.builder()
                        .name("every release")
                        .deployWithin(Duration.ofDays(2))
                        .reportWithin(Duration.ofDays(5))
                        .reporting(Reporting.EVERY_RELEASE)
                        .build()));
        assertThat(announcedTo()).contains(DESY);
    }

    @Test
    void unknownSiteProductAndCalendarAreRefusedTogether() {
        Sla officeHours = WEEK.withCalendar(CalendarId.of("office-hours"));
        Enrolment enrolment =
                new Enrolment(SiteId.of("NOWHERE"), ProductId.of("nothing"), officeHours, grid.now, Optional.empty());
        Outcome outcome = grid.engine.execute(new Enrol(enrolment, MU));
        assertThat(((Outcome.Refused) outcome).verdict().findings())
                .extracting(Finding::rule)
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("product-known", "site-known", "calendar-known");
    }

    @Test
    void enrolmentThatEndedBindsNobody() {
        grid.enrol(DESY);
        grid.accept(new EndEnrolment(CERN, VOMS, grid.now, MU));
        assertThat(announcedTo()).containsExactly(DESY);
    }

    @Test
    void enrolmentBindsUntilJustBeforeItsEnd() {
        Instant end = grid.now.plus(Duration.ofDays(1));
        grid.accept(new EndEnrolment(CERN, VOMS, end, MU));
        grid.now = end.minusNanos(1_000);
        assertThat(announcedTo()).containsExactly(CERN);
        ReleaseId release = grid.contribute("2.2.0");
        grid.now = end;
        assertThat(grid.refusal(RolloutCommand.Announce.of(release, MU))).contains("No rollout site is enrolled");
    }

    @Test
    void endThatHasPassedCountsAsNow() {
        grid.accept(new EndEnrolment(CERN, VOMS, grid.now.minus(Duration.ofDays(30)), MU));
        assertThat(enrolment().until()).contains(grid.now);
    }

    @Test
    void endingTwiceIsEndingOnce() {
        grid.accept(new EndEnrolment(CERN, VOMS, grid.now, MU));
        long position = grid.store.head().position();
        grid.now = grid.now.plus(Duration.ofDays(1));
        grid.accept(new EndEnrolment(CERN, VOMS, grid.now.minus(Duration.ofDays(1)), MU));
        assertThat(grid.store.head().position()).isEqualTo(position);
    }

    @Test
    void whatHasEndedIsNotProlonged() {
        grid.accept(new EndEnrolment(CERN, VOMS, grid.now, MU));
        assertThat(grid.refusal(new EndEnrolment(CERN, VOMS, grid.now.plusSeconds(1), MU)))
                .contains("ended on 2026-03-02 08:00 UTC; enrol the site again");
        grid.enrol(CERN);
        assertThat(announcedTo()).containsExactly(CERN);
    }

    @Test
    void enrolmentCannotEndBeforeItBegins() {
        Instant begins = grid.now.plus(Duration.ofDays(10));
        grid.accept(new Enrol(new Enrolment(DESY, VOMS, WEEK, begins, Optional.empty()), MU));
        assertThat(grid.refusal(new EndEnrolment(DESY, VOMS, begins, MU))).contains("begins on 2026-03-12");
    }

    @Test
    void siteThatWasNeverEnrolledHasNothingToEnd() {
        assertThat(grid.refusal(new EndEnrolment(DESY, VOMS, grid.now, MU)))
                .isEqualTo("DESY-HH was never enrolled for voms.");
    }

    @Test
    void onlyTheMuEnrols() {
        assertThat(grid.refusal(new EndEnrolment(CERN, VOMS, grid.now, SmallGrid.at(CERN))))
                .contains("Only the MU changes the registry");
    }

    private Enrol enrol(SiteId site, Sla sla) {
        return new Enrol(new Enrolment(site, VOMS, sla, grid.now, Optional.empty()), MU);
    }

    private Enrolment enrolment() {
        return new Ledger(grid.store)
                .product(VOMS)
                .value()
                .orElseThrow()
                .enrolment(CERN)
                .orElseThrow();
    }

    private List<SiteId> announcedTo() {
        ReleaseId release = grid.contribute("2.1.0");
        grid.announce(release);
        return Exposure.sitesAsked(grid.rollout(release));
    }
}
