package org.gridrollout.benchmarks.scorecard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gridrollout.api.event.IncidentEvent;
import org.gridrollout.api.event.RestorationEvent;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.event.SiteEvent;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.incident.Incident;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.TeamId;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.rollout.Hold;
import org.gridrollout.api.rollout.Observation;
import org.gridrollout.api.rollout.PendingPublication;
import org.gridrollout.api.rollout.Restoration;
import org.gridrollout.api.rollout.RestorationBuilder;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.Stage;

/** What happens to one release besides what its sites do: each step follows the one before in time. */
final class ReleaseCourse {

    private static final Actor MU = Actor.middlewareUnit("mia");
    private static final Actor TEAM = Actor.productTeam("tom", TeamId.of("team"));

    private final Release release;
    private final Instant contributedAt;
    private final Consumer<RolloutEvent> journal;

    ReleaseCourse(Release release, Instant contributedAt, Consumer<RolloutEvent> journal) {
        this.release = release;
        this.contributedAt = contributedAt;
        this.journal = journal;
    }

    Instant announcedAt() {
        return contributedAt.plus(Duration.ofHours(6));
    }

    Instant inProductionAt() {
        return announcedAt().plus(Terms.REPORT).plus(Duration.ofDays(3));
    }

    void contributeAndAnnounce(List<Obligation> obligations) {
        Obligation intake = Terms.ofMiddlewareUnit(Duty.INTAKE, "", contributedAt, Duration.ofDays(5));
        Instant visible = contributedAt.plus(Duration.ofHours(2));
        journal.accept(new RolloutEvent.Contributed(
                contributedAt, TEAM, release, List.of(intake), publication(Stage.BETA, contributedAt)));
        journal.accept(new RolloutEvent.BetaPublished(visible, 1));
        journal.accept(new SiteEvent.ObligationEnded(visible, intake.id(), ObligationOutcome.MET, ""));
        journal.accept(new RolloutEvent.Announced(
                announcedAt(), MU, new Observation(announcedAt(), announcedAt().plus(Terms.REPORT)), obligations));
    }

    /** A problem that stops the rollout for some hours and becomes a known issue. */
    void knownIssue(Terms finder) {
        Instant filedAt = announcedAt().plus(Duration.ofDays(4));
        Instant decidedAt = filedAt.plus(Duration.ofHours(9));
        Obligation triage = filed(finder, filedAt);
        journal.accept(new RolloutEvent.Held(
                filedAt,
                new Hold(RolloutState.ROLLING_OUT, Party.MIDDLEWARE_UNIT, "to be decided", Optional.empty(), false)));
        decided(triage, Criticality.NON_CRITICAL, decidedAt);
        journal.accept(
                new RolloutEvent.HoldReleased(decidedAt, RolloutState.ROLLING_OUT, "not critical", Duration.ZERO));
    }

    void promote() {
        Instant clearedAt = announcedAt().plus(Terms.REPORT).plus(Duration.ofHours(1));
        journal.accept(new RolloutEvent.Cleared(clearedAt, List.of()));
        journal.accept(new RolloutEvent.PromotionDecided(
                clearedAt.plus(Duration.ofDays(1)), MU, List.of(), publication(Stage.PRODUCTION, clearedAt)));
        journal.accept(new RolloutEvent.ProductionPublished(inProductionAt(), 1, Optional.empty()));
    }

    /** A fault in production, which stays until the next release of the product comes. */
    void becomeFaulty(Terms finder) {
        Instant filedAt = inProductionAt().plus(Duration.ofDays(5));
        Instant decidedAt = filedAt.plus(Duration.ofHours(3));
        Obligation triage = filed(finder, filedAt);
        decided(triage, Criticality.CRITICAL, decidedAt);
        Obligation restore = Terms.ofMiddlewareUnit(Duty.RESTORE, incident().value(), decidedAt, Duration.ofDays(3));
        Restoration restoration = new RestorationBuilder()
                .owner(Party.MIDDLEWARE_UNIT)
                .attempt(1)
                .brokenSince(decidedAt)
                .openedAt(decidedAt)
                .dueAt(restore.dueAt())
                .addIncidents(incident())
                .status(Restoration.Status.OPEN)
                .build();
        journal.accept(new RestorationEvent.FoundFaulty(decidedAt, restoration, restore));
        journal.accept(new SiteEvent.ObligationEnded(
                restore.dueAt().plusNanos(1_000), restore.id(), ObligationOutcome.MISSED, ""));
    }

    /** The next release of the product, in production, takes its place. */
    void supersededBy(ReleaseCourse newer) {
        journal.accept(new RolloutEvent.Superseded(
                newer.inProductionAt().plusSeconds(1), newer.release.id(), false, Optional.empty()));
    }

    private Obligation filed(Terms finder, Instant at) {
        Obligation triage = Terms.ofMiddlewareUnit(Duty.TRIAGE, incident().value(), at, Duration.ofDays(1));
        Incident incident = Incident.filed(
                incident(),
                Actor.site("admin", finder.site),
                at,
                "It does not start",
                Stage.BETA,
                release.packages().stream().map(PackageRef::nevra).toList());
        journal.accept(new IncidentEvent.IncidentFiled(at, incident, triage));
        return triage;
    }

    private void decided(Obligation triage, Criticality criticality, Instant at) {
        journal.accept(new IncidentEvent.CriticalityDecided(
                at, incident(), criticality, MU, "tried it out", "start it twice"));
        journal.accept(new SiteEvent.ObligationEnded(at, triage.id(), ObligationOutcome.MET, ""));
    }

    private IncidentId incident() {
        return IncidentId.of("GGUS-" + release.id());
    }

    private PendingPublication publication(Stage stage, Instant at) {
        ChangeSetId id = ChangeSetId.of(release.id() + ":" + stage);
        return PendingPublication.of(new ChangeSet(id, stage, release.platform(), release.packages(), List.of()), at);
    }
}
