package org.gridrollout.core.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.core.scenario.Infrastructure.CERN;
import static org.gridrollout.core.scenario.Infrastructure.DESY;
import static org.gridrollout.core.scenario.Infrastructure.MU;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gridrollout.api.command.RegistryCommand.EndEnrolment;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.command.RolloutCommand.AddSites;
import org.gridrollout.api.command.RolloutCommand.Announce;
import org.gridrollout.api.command.RolloutCommand.AnnounceToNobody;
import org.gridrollout.api.command.RolloutCommand.Extend;
import org.gridrollout.api.command.SiteCommand;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.CalendarId;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.sla.Reporting;
import org.gridrollout.api.sla.Sla;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.spi.WorkingCalendar;
import org.gridrollout.core.engine.Outcome;
import org.gridrollout.core.engine.RolloutEngine;
import org.gridrollout.core.policy.FreezeWindow;
import org.gridrollout.core.policy.RolloutPolicy;
import org.gridrollout.core.sla.WorkingHours;
import org.junit.jupiter.api.Test;

/** Who is asked to watch a release, and for how long. */
class AnnouncingTest {

    private static final Sla DEPLOYS = Sla.builder()
            .name("deploys")
            .deployWithin(Duration.ofDays(2))
            .reportWithin(Duration.ofDays(9))
            .reporting(Reporting.EVERY_RELEASE)
            .build();

    private static final WorkingCalendar OFFICE = WorkingHours.builder()
            .id(CalendarId.of("office"))
            .zone(ZoneId.of("Europe/Zurich"))
            .hours(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(9, 0), LocalTime.of(17, 0))
            .build();
    private static final Sla IN_OFFICE_HOURS = Sla.builder()
            .name("office hours")
            .reportWithin(Duration.ofHours(40))
            .calendar(OFFICE.id())
            .build();

    private Infrastructure grid = new Infrastructure().product("voms");
    private ReleaseId voms = grid.contribute("voms", "2.1");

    @Test
    void sitesThatAreNotEnrolledAreNamed() {
        RolloutCommand command = new Announce(voms, Set.of(CERN, DESY), MU);
        assertThat(grid.refusedBy(command)).containsExactly("sites-enrolled");
        assertThat(grid.refusal(command).inWords()).isEqualTo("Not enrolled now: DESY-HH.");
    }

    @Test
    void nobodyEnrolledIsSaidBesidesTheSitesThatAreNot() {
        grid.unwatchedProduct("fts");
        ReleaseId fts = grid.contribute("fts", "3.1");
        assertThat(grid.refusedBy(new Announce(fts, Set.of(DESY), MU)))
                .containsExactly("rollout-site-enrolled", "sites-enrolled");
        assertThat(grid.refusedBy(Announce.of(fts, MU))).containsExactly("rollout-site-enrolled");
    }

    @Test
    void siteWhoseEnrolmentHasEndedIsNotAsked() {
        grid.enrol(DESY, "voms", DEPLOYS);
        grid.passes(Duration.ofHours(1));
        grid.does(new EndEnrolment(CERN, ProductId.of("voms"), grid.now, MU));
        grid.announce(voms);
        assertThat(owed(Duty.REPORT)).extracting(each -> each.debtor().name()).containsExactly("DESY-HH");
    }

    @Test
    void termsThatNameACalendarThePolicyHasLostAreNotBegun() {
        RolloutPolicy withOffice = RolloutPolicy.STANDARD.withCalendars(List.of(OFFICE));
        grid = new Infrastructure(parts -> parts.policy(withOffice)).product("voms", IN_OFFICE_HOURS);
        voms = grid.contribute("voms", "2.1");
        RolloutEngine withoutOffice = RolloutEngine.builder()
                .store(grid.store)
                .repository(grid.repository)
                .clock(() -> grid.now)
                .build();
        Outcome.Refused refused = (Outcome.Refused) withoutOffice.execute(Announce.of(voms, MU));
        assertThat(refused.verdict().inWords())
                .isEqualTo("The policy has no calendar to measure these terms by: office of CERN-PROD.");
        grid.announce(voms);
        assertThat(grid.state(voms)).isEqualTo(RolloutState.ROLLING_OUT);
    }

    @Test
    void onlyTheSitesChosenAreAsked() {
        grid.enrol(DESY, "voms", DEPLOYS);
        grid.does(new Announce(voms, Set.of(DESY), MU));
        assertThat(owed(Duty.REPORT)).extracting(each -> each.debtor().name()).containsExactly("DESY-HH");
    }

    @Test
    void allSitesAreAskedInTheOrderOfTheirNamesUntilTheLastReportIsDue() {
        Infrastructure other = new Infrastructure().unwatchedProduct("fts");
        other.enrol(DESY, "fts", DEPLOYS).enrol(CERN, "fts", Sla.failuresWithin(Duration.ofDays(7)));
        ReleaseId fts = other.contribute("fts", "3.1");
        other.announce(fts);
        assertThat(other.rollout(fts).obligations())
                .filteredOn(each -> each.duty() == Duty.REPORT)
                .extracting(each -> each.debtor().name())
                .containsExactly("CERN-PROD", "DESY-HH");
        assertThat(other.rollout(fts).observation().orElseThrow().dueAt())
                .isEqualTo(other.now.plus(Duration.ofDays(9)));
    }

    @Test
    void siteThatRunsItAlreadyHasDeployedIt() {
        grid.enrol(DESY, "voms", DEPLOYS);
        grid.deploy(voms, DESY);
        grid.announce(voms);
        assertThat(owed(Duty.DEPLOY)).extracting(Obligation::outcome).containsExactly(ObligationOutcome.MET);
    }

    @Test
    void releaseIsAnnouncedOnce() {
        grid.announce(voms);
        assertThat(grid.refusedBy(Announce.of(voms, MU))).containsExactly("state-allows");
        assertThat(grid.refusal(Announce.of(voms, MU)).inWords())
                .isEqualTo("voms-2.1 is ROLLING_OUT; this is possible only IN_BETA.");
        assertThat(grid.refusedBy(new AnnounceToNobody(voms, "why not", MU))).containsExactly("state-allows");
    }

    @Test
    void nobodyIsToldDuringAFreeze() {
        Instant begin = grid.now.minus(Duration.ofDays(1));
        FreezeWindow freeze = new FreezeWindow(begin, begin.plus(Duration.ofDays(3)), "holidays");
        grid = new Infrastructure(parts -> parts.policy(RolloutPolicy.STANDARD.withFreezeWindows(List.of(freeze))))
                .product("voms");
        voms = grid.contribute("voms", "2.1");
        assertThat(grid.refusedBy(Announce.of(voms, MU))).containsExactly("no-freeze-window");
        grid.passes(Duration.ofDays(2));
        grid.announce(voms);
        assertThat(grid.state(voms)).isEqualTo(RolloutState.ROLLING_OUT);
    }

    @Test
    void addedSiteMakesThePeriodLongerAndRunsItPerhapsAlready() {
        grid.announce(voms);
        grid.deploy(voms, DESY);
        grid.passes(Duration.ofDays(1));
        grid.enrol(DESY, "voms", DEPLOYS);
        grid.does(new AddSites(voms, Set.of(DESY), MU));
        assertThat(dueAt()).isEqualTo(grid.now.plus(Duration.ofDays(9)));
        assertThat(grid.rollout(voms).observation().orElseThrow().startedAt())
                .isEqualTo(grid.now.minus(Duration.ofDays(1)));
        assertThat(owed(Duty.DEPLOY)).extracting(Obligation::outcome).containsExactly(ObligationOutcome.MET);
    }

    @Test
    void addedSiteMakesThePeriodNoShorter() {
        grid.announce(voms);
        Instant due = dueAt();
        grid.enrol(DESY, "voms", Sla.failuresWithin(Duration.ofDays(2)));
        grid.does(new AddSites(voms, Set.of(DESY), MU));
        assertThat(dueAt()).isEqualTo(due);
    }

    @Test
    void sitesThatAreNotEnrolledOrWereAskedAreNotAdded() {
        grid.announce(voms);
        assertThat(grid.refusedBy(new AddSites(voms, Set.of(DESY), MU))).containsExactly("sites-enrolled");
        assertThat(grid.refusedBy(new AddSites(voms, Set.of(CERN), MU))).containsExactly("sites-not-asked-yet");
    }

    @Test
    void siteAddedToAReleaseThatWasAnnouncedToNobodyBeginsItsPeriod() {
        grid.does(new AnnounceToNobody(voms, "nobody has the hardware", MU));
        grid.does(new AddSites(voms, Set.of(CERN), MU));
        assertThat(grid.state(voms)).isEqualTo(RolloutState.ROLLING_OUT);
        assertThat(dueAt()).isEqualTo(grid.now.plus(Duration.ofDays(7)));
    }

    @Test
    void extensionAsksEverySiteAgainOnTheSameTermsButThoseThatDeclined() {
        grid.enrol(DESY, "voms", DEPLOYS);
        grid.announce(voms);
        grid.does(new SiteCommand.Decline(voms, CERN, "no hardware", Infrastructure.at(CERN)));
        grid.passes(Duration.ofDays(9));
        grid.does(new Extend(voms, Duration.ofDays(3), "a holiday", MU));
        assertThat(owed(Duty.REPORT)).last().satisfies(again -> {
            assertThat(again.id()).hasToString("report:DESY-HH:2");
            assertThat(again.reporting()).isEqualTo(Reporting.EVERY_RELEASE);
            assertThat(again.startedAt()).isEqualTo(grid.now);
            assertThat(again.dueAt()).isEqualTo(grid.now.plus(Duration.ofDays(3)));
        });
        assertThat(owed(Duty.REPORT)).hasSize(3);
        assertThat(dueAt()).isEqualTo(grid.now.plus(Duration.ofDays(3)));
    }

    @Test
    void eachExtensionIsARoundOfItsOwn() {
        grid.announce(voms);
        grid.passes(Duration.ofDays(6));
        grid.does(new Extend(voms, Duration.ofDays(3), "a holiday", MU));
        grid.passes(Duration.ofDays(2));
        grid.does(new Extend(voms, Duration.ofDays(3), "another one", MU));
        assertThat(owed(Duty.REPORT))
                .extracting(each -> each.id().value())
                .containsExactly("report:CERN-PROD", "report:CERN-PROD:2", "report:CERN-PROD:3");
        assertThat(grid.rollout(voms).observation().orElseThrow().startedAt())
                .as("the period began with the announcement")
                .isEqualTo(grid.now.minus(Duration.ofDays(8)));
    }

    @Test
    void extensionMakesThePeriodLonger() {
        grid.announce(voms);
        assertThat(grid.refusedBy(new Extend(voms, Duration.ofDays(7), "a holiday", MU)))
                .containsExactly("extends-period");
        grid.does(new Extend(voms, Duration.ofDays(7).plusNanos(1_000), "a holiday", MU));
    }

    @Test
    void nothingIsExtendedWhereNobodyTakesPart() {
        grid.does(new AnnounceToNobody(voms, "nobody has the hardware", MU));
        assertThat(grid.refusedBy(new Extend(voms, Duration.ofDays(7), "a holiday", MU)))
                .containsExactly("sites-asked");
    }

    private Instant dueAt() {
        return grid.rollout(voms).observation().orElseThrow().dueAt();
    }

    private List<Obligation> owed(Duty duty) {
        return grid.rollout(voms).obligations().stream()
                .filter(each -> each.duty() == duty)
                .toList();
    }
}
