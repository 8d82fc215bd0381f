package org.gridrollout.examples.quickstart;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridrollout.api.command.RegistryCommand.Enrol;
import org.gridrollout.api.command.RegistryCommand.RegisterSite;
import org.gridrollout.api.command.RolloutCommand.Announce;
import org.gridrollout.api.command.RolloutCommand.Expedite;
import org.gridrollout.api.command.RolloutCommand.Promote;
import org.gridrollout.api.command.SiteCommand.ReportDeployment;
import org.gridrollout.api.command.SiteRegistryCommand.DeclareDowntime;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.registry.DowntimeId;
import org.gridrollout.api.registry.Enrolment;
import org.gridrollout.api.registry.Site;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.Reporting;
import org.gridrollout.api.sla.Sla;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Stage;

/** The process as it is lived, with the packages the example builds itself. */
final class SixActs {

    private static final Duration WEEK = Duration.ofDays(7);

    private static final Sla REPORT_ON_EVERY_RELEASE = Sla.builder()
            .name("every release")
            .reportWithin(WEEK)
            .reporting(Reporting.EVERY_RELEASE)
            .build();

    private final Play play;
    private final Moves moves;

    SixActs(Play play, Depot depot) {
        this.play = play;
        this.moves = new Moves(play, depot);
    }

    void play() {
        registerEverybody();
        goodReleasePassesBySilence();
        criticalIncidentInBeta();
        siteSkipsTheWait();
        faultInProduction();
        nobodyDeployed();
        anotherProductWouldBreak();
    }

    private void goodReleasePassesBySilence() {
        play.timeline().act(1, "a good release passes by silence");
        ReleaseId gfal = moves.good(SampleRelease.GFAL);
        play.explain(gfal);
        moves.promote(gfal);
    }

    private void criticalIncidentInBeta() {
        play.timeline().act(2, "a critical incident in beta; the corrected release passes");
        ReleaseId faulty = moves.contribute(SampleRelease.FTS_FAULTY, Optional.empty());
        moves.announce(faulty);
        moves.deploy(faulty, Cast.LIP, RolloutState.ROLLING_OUT);
        moves.file(faulty, Cast.LIP, "GGUS-101", "transfers stall after an hour", Stage.BETA, RolloutState.HELD);
        play.explain(faulty);
        moves.critical(faulty, "GGUS-101", "no transfer survives", RolloutState.REJECTED);
        play.triesInVain(
                moves.contribution(SampleRelease.FTS_FAULTY, "fts-again", Optional.empty()),
                "contributes the same versions again",
                RolloutState.REJECTED);
        moves.promote(moves.good(SampleRelease.FTS_CORRECTED));
    }

    private void siteSkipsTheWait() {
        play.timeline().act(3, "a site skips the wait at its own risk");
        ReleaseId argus = moves.contribute(SampleRelease.ARGUS, Optional.empty());
        moves.announce(argus);
        play.does(
                new ReportDeployment(argus, Cast.CESNET, Cast.at(Cast.CESNET)),
                "installs from beta at its own risk",
                RolloutState.ROLLING_OUT);
        moves.deploy(argus, Cast.LIP, RolloutState.ROLLING_OUT);
        play.timePasses(WEEK, argus, "a week passes without an issue", RolloutState.GOOD);
        moves.promote(argus);
    }

    private void faultInProduction() {
        play.timeline().act(4, "a fault in production; the MU owes a restoration");
        ReleaseId faulty = moves.good(SampleRelease.DCACHE_FAULTY);
        moves.promote(faulty);
        moves.deploy(faulty, Cast.KIT, RolloutState.IN_PRODUCTION);
        moves.file(
                faulty,
                Cast.KIT,
                "GGUS-202",
                "pools lose files on restart",
                Stage.PRODUCTION,
                RolloutState.IN_PRODUCTION);
        moves.critical(faulty, "GGUS-202", "data loss", RolloutState.FAULTY);
        play.explain(faulty);
        ReleaseId fix = moves.contribute(SampleRelease.DCACHE_RESTORING, Optional.of(faulty));
        moves.announce(fix);
        play.does(
                new Expedite(fix, "data loss in production", Cast.MIDDLEWARE_UNIT),
                "declares an emergency: evidence is not waited for",
                RolloutState.GOOD);
        moves.promote(fix);
        play.timePasses(Duration.ofHours(1), faulty, "the restoring release is in production", RolloutState.SUPERSEDED);
    }

    private void nobodyDeployed() {
        play.timeline().act(5, "silence of sites that never deployed says nothing");
        ReleaseId bdii = moves.contribute(SampleRelease.BDII, Optional.empty());
        play.does(
                Announce.of(bdii, Cast.MIDDLEWARE_UNIT),
                "announces " + bdii + " to all its rollout sites",
                RolloutState.ROLLING_OUT);
        downtime(Cast.CESNET);
        play.timePasses(WEEK.plusHours(1), bdii, "a week passes, nobody deployed", RolloutState.INCONCLUSIVE);
        play.explain(bdii);
    }

    /** As in UMD 4.7.0, whose new canl-java broke CREAM, a product that was not in that release. */
    private void anotherProductWouldBreak() {
        play.timeline().act(6, "another product would break; both go to production together");
        moves.promote(moves.good(SampleRelease.CANL));
        moves.promote(moves.good(SampleRelease.CREAM));
        ReleaseId library = moves.good(SampleRelease.CANL_NEWER);
        play.triesInVain(new Promote(library, Cast.MIDDLEWARE_UNIT), "promotes " + library, RolloutState.GOOD);
        ReleaseId service = moves.good(SampleRelease.CREAM_FIXED);
        play.explain(library);
        play.does(
                new Promote(library, Set.of(service), Cast.MIDDLEWARE_UNIT),
                "promotes " + library + " together with " + service,
                RolloutState.IN_PRODUCTION);
    }

    /** Declared in good time, so that it excuses what falls due in it. */
    private void downtime(SiteId site) {
        Instant from = play.now().plus(Duration.ofDays(2));
        play.register(new DeclareDowntime(
                DowntimeId.of("cooling"), site, from, from.plus(WEEK), "new cooling", Cast.at(site)));
    }

    private void registerEverybody() {
        for (SiteId site : Set.of(Cast.LIP, Cast.KIT, Cast.CESNET)) {
            play.register(new RegisterSite(new Site(site, ""), Cast.MIDDLEWARE_UNIT));
        }
        moves.register(SampleRelease.GFAL);
        moves.register(SampleRelease.FTS_FAULTY);
        moves.register(SampleRelease.ARGUS);
        moves.register(SampleRelease.DCACHE_FAULTY);
        moves.register(SampleRelease.BDII);
        moves.register(SampleRelease.CANL);
        moves.register(SampleRelease.CREAM);
        for (SiteId site : List.of(Cast.KIT, Cast.CESNET)) {
            play.register(new Enrol(
                    new Enrolment(
                            site,
                            ProductId.of(SampleRelease.BDII.product()),
                            REPORT_ON_EVERY_RELEASE,
                            Quickstart.BEGINNING,
                            Optional.empty()),
                    Cast.MIDDLEWARE_UNIT));
        }
    }
}
