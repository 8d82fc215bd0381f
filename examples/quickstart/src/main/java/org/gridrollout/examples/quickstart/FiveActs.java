package org.gridrollout.examples.quickstart;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridrollout.api.command.IncidentCommand.DecideCriticality;
import org.gridrollout.api.command.IncidentCommand.FileIncident;
import org.gridrollout.api.command.RegistryCommand.Enrol;
import org.gridrollout.api.command.RegistryCommand.RegisterProduct;
import org.gridrollout.api.command.RegistryCommand.RegisterSite;
import org.gridrollout.api.command.RolloutCommand.Announce;
import org.gridrollout.api.command.RolloutCommand.Contribute;
import org.gridrollout.api.command.RolloutCommand.Expedite;
import org.gridrollout.api.command.RolloutCommand.Promote;
import org.gridrollout.api.command.SiteCommand.ReportDeployment;
import org.gridrollout.api.command.SiteRegistryCommand.DeclareDowntime;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.party.TeamId;
import org.gridrollout.api.registry.DowntimeId;
import org.gridrollout.api.registry.Enrolment;
import org.gridrollout.api.registry.Product;
import org.gridrollout.api.registry.Site;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.Reporting;
import org.gridrollout.api.sla.Sla;
import org.gridrollout.api.software.Certification;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Stage;

/** The process as it is lived, with the packages the example builds itself. */
final class FiveActs {

    private static final Duration WEEK = Duration.ofDays(7);

    private static final Sla REPORT_ON_EVERY_RELEASE = Sla.builder()
            .name("every release")
            .reportWithin(WEEK)
            .reporting(Reporting.EVERY_RELEASE)
            .build();

    private final Play play;
    private final Depot depot;

    FiveActs(Play play, Depot depot) {
        this.play = play;
        this.depot = depot;
    }

    void play() {
        registerEverybody();
        goodReleasePassesBySilence();
        criticalIncidentInBeta();
        siteSkipsTheWait();
        faultInProduction();
        nobodyDeployed();
    }

    private void goodReleasePassesBySilence() {
        play.timeline().act(1, "a good release passes by silence");
        ReleaseId gfal = contribute(SampleRelease.GFAL, Optional.empty());
        announce(gfal);
        deploy(gfal, Cast.LIP, RolloutState.ROLLING_OUT);
        play.timePasses(WEEK, gfal, "a week passes without an issue", RolloutState.GOOD);
        play.explain(gfal);
        promote(gfal);
    }

    private void criticalIncidentInBeta() {
        play.timeline().act(2, "a critical incident in beta; the corrected release passes");
        ReleaseId faulty = contribute(SampleRelease.FTS_FAULTY, Optional.empty());
        announce(faulty);
        deploy(faulty, Cast.LIP, RolloutState.ROLLING_OUT);
        file(faulty, Cast.LIP, "GGUS-101", "transfers stall after an hour", Stage.BETA, RolloutState.HELD);
        play.explain(faulty);
        critical(faulty, "GGUS-101", "no transfer survives", RolloutState.REJECTED);
        play.triesInVain(
                contribution(SampleRelease.FTS_FAULTY, "fts-again", Optional.empty()),
                "contributes the same versions again",
                RolloutState.REJECTED);
        ReleaseId corrected = contribute(SampleRelease.FTS_CORRECTED, Optional.empty());
        announce(corrected);
        deploy(corrected, Cast.LIP, RolloutState.ROLLING_OUT);
        play.timePasses(WEEK, corrected, "a week passes without an issue", RolloutState.GOOD);
        promote(corrected);
    }

    private void siteSkipsTheWait() {
        play.timeline().act(3, "a site skips the wait at its own risk");
        ReleaseId argus = contribute(SampleRelease.ARGUS, Optional.empty());
        announce(argus);
        play.does(
                new ReportDeployment(argus, Cast.CESNET, Cast.at(Cast.CESNET)),
                "installs from beta at its own risk",
                RolloutState.ROLLING_OUT);
        deploy(argus, Cast.LIP, RolloutState.ROLLING_OUT);
        play.timePasses(WEEK, argus, "a week passes without an issue", RolloutState.GOOD);
        promote(argus);
    }

    private void faultInProduction() {
        play.timeline().act(4, "a fault in production; the MU owes a restoration");
        ReleaseId faulty = contribute(SampleRelease.DCACHE_FAULTY, Optional.empty());
        announce(faulty);
        deploy(faulty, Cast.LIP, RolloutState.ROLLING_OUT);
        play.timePasses(WEEK, faulty, "a week passes without an issue", RolloutState.GOOD);
        promote(faulty);
        deploy(faulty, Cast.KIT, RolloutState.IN_PRODUCTION);
        file(faulty, Cast.KIT, "GGUS-202", "pools lose files on restart", Stage.PRODUCTION, RolloutState.IN_PRODUCTION);
        critical(faulty, "GGUS-202", "data loss", RolloutState.FAULTY);
        play.explain(faulty);
        ReleaseId fix = contribute(SampleRelease.DCACHE_RESTORING, Optional.of(faulty));
        announce(fix);
        play.does(
                new Expedite(fix, "data loss in production", Cast.MIDDLEWARE_UNIT),
                "declares an emergency: evidence is not waited for",
                RolloutState.GOOD);
        promote(fix);
        play.timePasses(Duration.ofHours(1), faulty, "the restoring release is in production", RolloutState.SUPERSEDED);
    }

    private void nobodyDeployed() {
        play.timeline().act(5, "silence of sites that never deployed says nothing");
        ReleaseId bdii = contribute(SampleRelease.BDII, Optional.empty());
        play.does(
                Announce.of(bdii, Cast.MIDDLEWARE_UNIT),
                "announces " + bdii + " to all its rollout sites",
                RolloutState.ROLLING_OUT);
        downtime(Cast.CESNET);
        play.timePasses(WEEK.plusHours(1), bdii, "a week passes, nobody deployed", RolloutState.INCONCLUSIVE);
        play.explain(bdii);
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
        register(SampleRelease.GFAL);
        register(SampleRelease.FTS_FAULTY);
        register(SampleRelease.ARGUS);
        register(SampleRelease.DCACHE_FAULTY);
        register(SampleRelease.BDII);
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

    private void register(SampleRelease sample) {
        ProductId product = ProductId.of(sample.product());
        play.register(new RegisterProduct(
                new Product(product, TeamId.of(sample.team()), Set.copyOf(sample.components())), Cast.MIDDLEWARE_UNIT));
        play.register(new Enrol(
                new Enrolment(Cast.LIP, product, Sla.failuresWithin(WEEK), Quickstart.BEGINNING, Optional.empty()),
                Cast.MIDDLEWARE_UNIT));
    }

    private Contribute contribution(SampleRelease sample, String id, Optional<ReleaseId> restores) {
        Certification certification = new Certification(sample.team(), Quickstart.BEGINNING, "all tests passed");
        Release release = depot.release(sample, certification, restores).withId(ReleaseId.of(id));
        return new Contribute(release, Cast.of(TeamId.of(sample.team())));
    }

    private ReleaseId contribute(SampleRelease sample, Optional<ReleaseId> restores) {
        Contribute contribution = contribution(sample, sample.id(), restores);
        play.does(contribution, "contributes " + contribution.release().label(), RolloutState.IN_BETA);
        return contribution.releaseId();
    }

    private void announce(ReleaseId release) {
        play.does(
                Announce.of(release, Cast.MIDDLEWARE_UNIT),
                "announces " + release + " to " + Cast.LIP,
                RolloutState.ROLLING_OUT);
    }

    private void deploy(ReleaseId release, SiteId site, RolloutState then) {
        play.does(new ReportDeployment(release, site, Cast.at(site)), "deploys " + release, then);
    }

    private void file(ReleaseId release, SiteId site, String incident, String summary, Stage stage, RolloutState then) {
        play.does(
                new FileIncident(release, IncidentId.of(incident), summary, stage, Optional.empty(), Cast.at(site)),
                "files " + incident + ": " + summary,
                then);
    }

    private void critical(ReleaseId release, String incident, String reason, RolloutState then) {
        play.does(
                new DecideCriticality(
                        release, IncidentId.of(incident), Criticality.CRITICAL, reason, "", Cast.MIDDLEWARE_UNIT),
                "decides " + incident + ": critical, " + reason,
                then);
    }

    private void promote(ReleaseId release) {
        play.does(new Promote(release, Cast.MIDDLEWARE_UNIT), "promotes " + release, RolloutState.IN_PRODUCTION);
    }
}
