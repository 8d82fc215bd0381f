package org.gridrollout.core.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.core.scenario.Infrastructure.CERN;
import static org.gridrollout.core.scenario.Infrastructure.DESY;
import static org.gridrollout.core.scenario.Infrastructure.MU;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.gridrollout.api.command.RestorationCommand;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.incident.Incident;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.rollout.Restoration;
import org.gridrollout.api.rollout.RestorationWay;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.verdict.FindingOutcome;
import org.junit.jupiter.api.Test;

/** What went wrong in EGI's distribution between 2011 and 2022, and what happens here. */
class UmdScenariosTest {

    private final Infrastructure grid = new Infrastructure();

    @Test
    void umd151_olderVersionAsARepairIsRefusedAndTheNextPossibleOneProposed() {
        grid.product("emi-ui");
        grid.inProduction(grid.contribute("emi-ui", "2.1.0"));
        assertThat(grid.refusal(new RolloutCommand.Contribute(
                                grid.release("emi-ui", "2.0.9"), Infrastructure.packager("emi-ui")))
                        .inWords())
                .contains("emi-ui-2.0.9-1.el9.x86_64 is not higher than 2.1.0-1.el9")
                .contains("2.1.0-2.el9");
        assertThat(grid.offered(Stage.PRODUCTION)).containsExactly("emi-ui-2.1.0-1.el9.x86_64");
    }

    @Test
    void umd140_onlyReleasesThatNeedTheFaultyOneWaitForIt() {
        grid.product("blah").product("cream").product("apel");
        ReleaseId blah = grid.inProduction(grid.contribute("blah", "1.16"));
        ReleaseId cream =
                grid.good(grid.contribute(grid.release("cream", "1.13").withNeeds(Set.of(blah))));
        ReleaseId apel = grid.good(grid.contribute("apel", "2.0"));
        grid.file(blah, "GGUS-1", DESY);
        grid.decide(blah, "GGUS-1", Criticality.CRITICAL);

        assertThat(grid.refusal(new RolloutCommand.Promote(cream, MU)).mustAct())
                .contains(Party.release(blah));
        grid.does(new RolloutCommand.Promote(apel, MU));
        assertThat(grid.state(apel)).isEqualTo(RolloutState.IN_PRODUCTION);
        assertThat(grid.state(cream)).isEqualTo(RolloutState.GOOD);
    }

    @Test
    void umd421_knownIssueDoesNotBlockAndTravelsInTheNotes() {
        grid.product("dpm");
        ReleaseId dpm = grid.contribute("dpm", "1.9");
        grid.announce(dpm);
        grid.deploy(dpm, CERN);
        grid.file(dpm, "GGUS-2", CERN);
        grid.decide(dpm, "GGUS-2", Criticality.NON_CRITICAL);
        grid.passes(Duration.ofDays(8));
        assertThat(grid.state(dpm)).isEqualTo(RolloutState.GOOD);
        assertThat(grid.rollout(dpm).knownIssues())
                .extracting(Incident::workaround)
                .containsExactly("restart it");
        assertThat(grid.told)
                .anyMatch(each -> each.text().contains("is good for wider deployment. Known issues: GGUS-2")
                        && each.text().contains("workaround: restart it"));
    }

    @Test
    void umd4123_fixThatIsItselfFaultyReopensTheRestorationWithARaisedFloor() {
        grid.product("arc");
        ReleaseId first = grid.inProduction(grid.contribute("arc", "6.1"));
        ReleaseId faulty = grid.inProduction(grid.contribute("arc", "6.2"));
        grid.file(faulty, "GGUS-3", CERN);
        grid.decide(faulty, "GGUS-3", Criticality.CRITICAL);
        Instant broken = grid.now;
        ReleaseId fix = emergency("6.3", faulty);
        assertThat(grid.rollout(faulty).restoration().orElseThrow().status()).isEqualTo(Restoration.Status.RESTORED);

        grid.passes(Duration.ofDays(1));
        grid.file(fix, "GGUS-4", DESY);
        grid.decide(fix, "GGUS-4", Criticality.CRITICAL);
        Restoration again = grid.rollout(fix).restoration().orElseThrow();
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.reopens()).contains(faulty);
        assertThat(again.brokenSince())
                .as("service is broken since the first fault")
                .isEqualTo(broken);
        assertThat(again.ways()).first().satisfies(way -> {
            assertThat(way.kind()).isEqualTo(RestorationWay.Kind.FIXED_RELEASE);
            assertThat(way.versions()).containsEntry("arc", Evr.of("6.3", "2.el9"));
        });
        assertThat(again.ways())
                .filteredOn(way -> way.kind() == RestorationWay.Kind.LAST_GOOD_AGAIN)
                .singleElement()
                .satisfies(way -> assertThat(way.sentence()).contains(first.value()));
        assertThat(grid.state(emergency("6.4", fix))).isEqualTo(RolloutState.IN_PRODUCTION);
    }

    @Test
    void restorationIsOverForTheFleetOnlyWhenNobodyRunsTheFaultUnaware() {
        grid.product("arc");
        ReleaseId faulty = grid.inProduction(grid.contribute("arc", "6.2"));
        grid.deploy(faulty, DESY);
        grid.file(faulty, "GGUS-5", CERN);
        grid.decide(faulty, "GGUS-5", Criticality.CRITICAL);
        grid.does(new RestorationCommand.PlanRestoration(faulty, RestorationWay.Kind.FIXED_RELEASE, "by tomorrow", MU));
        assertThat(restoration(faulty).status()).isEqualTo(Restoration.Status.PLANNED);
        ReleaseId fix = emergency("6.3", faulty);
        assertThat(restoration(faulty).status()).isEqualTo(Restoration.Status.RESTORED);
        assertThat(restoration(faulty).fleetClearAt()).isEmpty();
        assertThat(grid.rollout(faulty)
                        .incident(IncidentId.of("GGUS-5"))
                        .orElseThrow()
                        .resolvedBy())
                .contains(fix);

        grid.deploy(fix, CERN);
        assertThat(restoration(faulty).fleetClearAt()).as("DESY still runs it").isEmpty();
        grid.does(new RestorationCommand.AcceptRisk(faulty, DESY, "not used here", Infrastructure.at(DESY)));
        assertThat(restoration(faulty).fleetClearAt()).contains(grid.now);
    }

    @Test
    void nobodyPickedTheProductUp_itIsNotLeftOutSilentlyButSaysWhomToRecruit() {
        grid.unwatchedProduct("glite-wms");
        ReleaseId release = grid.contribute("glite-wms", "3.4");
        assertThat(grid.engine.explain(release).inWords()).contains("No rollout site covers glite-wms on el9/x86_64");
        assertThat(grid.refusal(RolloutCommand.Announce.of(release, MU)).mustAct())
                .contains(Party.MIDDLEWARE_UNIT);
        grid.does(new RolloutCommand.AnnounceToNobody(release, "nobody runs it", MU));
        assertThat(grid.state(release)).isEqualTo(RolloutState.INCONCLUSIVE);
        assertThat(grid.engine.explain(release).outcome()).isEqualTo(FindingOutcome.NO_EVIDENCE);
    }

    private Restoration restoration(ReleaseId release) {
        return grid.rollout(release).restoration().orElseThrow();
    }

    private ReleaseId emergency(String version, ReleaseId faulty) {
        ReleaseId fix = grid.contribute(grid.release("arc", version).withRestores(Optional.of(faulty)));
        assertThat(restoration(faulty).status()).isEqualTo(Restoration.Status.FIX_IN_BETA);
        grid.announce(fix);
        grid.does(new RolloutCommand.Expedite(fix, "service is down", MU));
        grid.does(new RolloutCommand.Promote(fix, MU));
        return fix;
    }
}
