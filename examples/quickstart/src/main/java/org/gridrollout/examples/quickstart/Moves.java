package org.gridrollout.examples.quickstart;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.gridrollout.api.command.IncidentCommand.DecideCriticality;
import org.gridrollout.api.command.IncidentCommand.FileIncident;
import org.gridrollout.api.command.RegistryCommand.Enrol;
import org.gridrollout.api.command.RegistryCommand.RegisterProduct;
import org.gridrollout.api.command.RolloutCommand.Announce;
import org.gridrollout.api.command.RolloutCommand.Contribute;
import org.gridrollout.api.command.RolloutCommand.Promote;
import org.gridrollout.api.command.SiteCommand.ReportDeployment;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.party.TeamId;
import org.gridrollout.api.registry.Enrolment;
import org.gridrollout.api.registry.Product;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.Sla;
import org.gridrollout.api.software.Certification;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Stage;

/** What people do in the acts, in short. */
final class Moves {

    private final Play play;
    private final Depot depot;

    Moves(Play play, Depot depot) {
        this.play = play;
        this.depot = depot;
    }

    void register(SampleRelease sample) {
        ProductId product = ProductId.of(sample.product());
        play.register(new RegisterProduct(
                new Product(product, TeamId.of(sample.team()), Set.copyOf(sample.components())), Cast.MIDDLEWARE_UNIT));
        play.register(new Enrol(
                new Enrolment(
                        Cast.LIP,
                        product,
                        Sla.failuresWithin(Duration.ofDays(7)),
                        Quickstart.BEGINNING,
                        Optional.empty()),
                Cast.MIDDLEWARE_UNIT));
    }

    Contribute contribution(SampleRelease sample, String id, Optional<ReleaseId> restores) {
        Certification certification = new Certification(sample.team(), Quickstart.BEGINNING, "all tests passed");
        Release release = depot.release(sample, certification, restores).withId(ReleaseId.of(id));
        return new Contribute(release, Cast.of(TeamId.of(sample.team())));
    }

    ReleaseId contribute(SampleRelease sample, Optional<ReleaseId> restores) {
        Contribute contribution = contribution(sample, sample.id(), restores);
        play.does(contribution, "contributes " + contribution.release().label(), RolloutState.IN_BETA);
        return contribution.releaseId();
    }

    void announce(ReleaseId release) {
        play.does(
                Announce.of(release, Cast.MIDDLEWARE_UNIT),
                "announces " + release + " to " + Cast.LIP,
                RolloutState.ROLLING_OUT);
    }

    void deploy(ReleaseId release, SiteId site, RolloutState then) {
        play.does(new ReportDeployment(release, site, Cast.at(site)), "deploys " + release, then);
    }

    void file(ReleaseId release, SiteId site, String incident, String summary, Stage stage, RolloutState then) {
        play.does(
                new FileIncident(release, IncidentId.of(incident), summary, stage, Optional.empty(), Cast.at(site)),
                "files " + incident + ": " + summary,
                then);
    }

    void critical(ReleaseId release, String incident, String reason, RolloutState then) {
        play.does(
                new DecideCriticality(
                        release, IncidentId.of(incident), Criticality.CRITICAL, reason, "", Cast.MIDDLEWARE_UNIT),
                "decides " + incident + ": critical, " + reason,
                then);
    }

    void promote(ReleaseId release) {
        play.does(new Promote(release, Cast.MIDDLEWARE_UNIT), "promotes " + release, RolloutState.IN_PRODUCTION);
    }

    /** Contributed, announced, deployed by one site, and silent for a week. */
    ReleaseId good(SampleRelease sample) {
        ReleaseId release = contribute(sample, Optional.empty());
        announce(release);
        deploy(release, Cast.LIP, RolloutState.ROLLING_OUT);
        play.timePasses(Duration.ofDays(7), release, "a week passes without an issue", RolloutState.GOOD);
        return release;
    }
}
