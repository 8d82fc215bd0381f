package org.gridrollout.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridrollout.core.engine.SmallGrid.CERN;
import static org.gridrollout.core.engine.SmallGrid.DESY;
import static org.gridrollout.core.engine.SmallGrid.MU;
import static org.gridrollout.core.engine.SmallGrid.VOMS;
import static org.gridrollout.core.engine.SmallGrid.at;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.command.RegistryCommand.Enrol;
import org.gridrollout.api.command.RegistryCommand.RegisterSite;
import org.gridrollout.api.command.SiteRegistryCommand.CancelDowntime;
import org.gridrollout.api.command.SiteRegistryCommand.DeclareDowntime;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.registry.Downtime;
import org.gridrollout.api.registry.DowntimeId;
import org.gridrollout.api.registry.Enrolment;
import org.gridrollout.api.registry.Site;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.sla.Sla;
import org.gridrollout.api.software.ReleaseId;
import org.junit.jupiter.api.Test;

/** Sites say when they are down. */
class DowntimesTest {

    private static final DowntimeId POWER = DowntimeId.of("power");
    private static final Duration DAY = Duration.ofDays(1);

    private final SmallGrid grid = new SmallGrid();

    @Test
    void declaredMoreThanADayAheadItIsScheduled() {
        grid.accept(declare(POWER, grid.now.plus(DAY).plusNanos(1_000)));
        assertThat(downtimes()).extracting(Downtime::kind).containsExactly(Downtime.Kind.SCHEDULED);
    }

    @Test
    void declaredExactlyADayAheadItIsNot() {
        grid.accept(declare(POWER, grid.now.plus(DAY)));
        assertThat(downtimes()).extracting(Downtime::kind).containsExactly(Downtime.Kind.UNSCHEDULED);
    }

    @Test
    void declarationCountsByTheEnginesClock() {
        grid.accept(declare(POWER, grid.now.minus(DAY)));
        assertThat(downtimes()).extracting(Downtime::declaredAt).containsExactly(grid.now);
    }

    @Test
    void declaringTheSameAgainChangesNothing() {
        DeclareDowntime declare = declare(POWER, grid.now.plus(DAY.multipliedBy(2)));
        grid.accept(declare);
        long position = grid.store.head().position();
        grid.now = grid.now.plus(DAY);
        grid.accept(declare);
        assertThat(grid.store.head().position()).isEqualTo(position);
        assertThat(downtimes())
                .as("its kind is fixed by the first declaration")
                .extracting(Downtime::kind)
                .containsExactly(Downtime.Kind.SCHEDULED);
    }

    @Test
    void nameIsNotUsedForAnother() {
        grid.accept(declare(POWER, grid.now.plus(DAY)));
        assertThat(grid.refusal(declare(POWER, grid.now.plus(DAY).plusSeconds(1))))
                .contains("A downtime power with other content was declared before");
    }

    @Test
    void cancelledDowntimeIsNotDeclaredAgainByTheSameName() {
        DeclareDowntime declare = declare(POWER, grid.now.plus(DAY));
        grid.accept(declare);
        grid.accept(new CancelDowntime(POWER, CERN, at(CERN)));
        assertThat(grid.refusal(declare)).contains("was cancelled before");
    }

    @Test
    void downtimeIsCancelledBeforeItStarts() {
        Instant start = grid.now.plus(DAY);
        grid.accept(declare(POWER, start));
        grid.now = start.minusNanos(1_000);
        grid.accept(new CancelDowntime(POWER, CERN, at(CERN)));
        assertThat(downtimes()).extracting(Downtime::cancelledAt).containsExactly(Optional.of(grid.now));
        grid.now = start.plus(DAY);
        grid.accept(new CancelDowntime(POWER, CERN, at(CERN))); // said before
    }

    @Test
    void startedDowntimeIsNotCancelled() {
        grid.accept(declare(POWER, grid.now.plus(DAY)));
        grid.now = grid.now.plus(DAY);
        assertThat(grid.refusal(new CancelDowntime(POWER, CERN, at(CERN)))).contains("has started on 2026-03-03");
    }

    @Test
    void unknownDowntimeAndUnknownSiteAreRefused() {
        assertThat(grid.refusal(new CancelDowntime(POWER, CERN, at(CERN))))
                .isEqualTo("CERN-PROD declared no downtime power.");
        SiteId nowhere = SiteId.of("NOWHERE");
        assertThat(grid.refusal(new CancelDowntime(POWER, nowhere, MU))).contains("is not registered");
        assertThat(grid.refusal(new DeclareDowntime(POWER, nowhere, grid.now, grid.now.plus(DAY), "power", MU)))
                .contains("is not registered");
    }

    @Test
    void siteDeclaresForItselfAndTheMuForAll() {
        Instant start = grid.now.plus(DAY);
        assertThat(grid.refusal(new DeclareDowntime(POWER, CERN, start, start.plus(DAY), "power", at(DESY))))
                .contains("speaks neither for site CERN-PROD nor for the MU");
        assertThat(grid.refusal(new CancelDowntime(POWER, CERN, at(DESY)))).contains("speaks neither");
        grid.accept(new DeclareDowntime(POWER, CERN, start, start.plus(DAY), "power", MU));
        assertThat(downtimes()).hasSize(1);
    }

    @Test
    void declarationWithoutReasonThatEndsBeforeItBeginsHearsOfBoth() {
        assertThatThrownBy(() -> new DeclareDowntime(POWER, CERN, grid.now, grid.now, " ", at(CERN)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("reason must not be blank")
                .hasMessageContaining("must end after it begins");
    }

    @Test
    void registeringASiteAnewKeepsItsDowntimes() {
        grid.accept(declare(POWER, grid.now.plus(DAY)));
        grid.accept(new RegisterSite(new Site(CERN, "grid-admins@cern.ch"), MU));
        assertThat(downtimes()).hasSize(1);
    }

    @Test
    void downtimeDeclaredInTimeExcusesWhatWasOwedMeanwhile() {
        Sla sla = Sla.builder()
                .name("deploys")
                .deployWithin(DAY.multipliedBy(2))
                .reportWithin(DAY.multipliedBy(7))
                .build();
        grid.accept(new Enrol(new Enrolment(CERN, VOMS, sla, grid.now, Optional.empty()), MU));
        grid.accept(declare(POWER, grid.now.plus(DAY.multipliedBy(2))));
        grid.now = grid.now.plus(DAY.multipliedBy(2));
        ReleaseId release = grid.contribute("2.1.0");
        grid.announce(release);
        grid.pass(DAY.multipliedBy(3));
        assertThat(grid.rollout(release).obligations())
                .filteredOn(each -> each.duty() == Duty.DEPLOY)
                .extracting(each -> each.outcome())
                .containsExactly(ObligationOutcome.EXCUSED);
    }

    /** For two days from {@code start}. */
    private static DeclareDowntime declare(DowntimeId id, Instant start) {
        return new DeclareDowntime(id, CERN, start, start.plus(DAY.multipliedBy(2)), "power", at(CERN));
    }

    private List<Downtime> downtimes() {
        return new Ledger(grid.store)
                .load(Streams.of(CERN), SiteEntry.class)
                .value()
                .orElseThrow()
                .downtimes();
    }
}
