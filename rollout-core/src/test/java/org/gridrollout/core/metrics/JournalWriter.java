package org.gridrollout.core.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gridrollout.api.event.IncidentEvent;
import org.gridrollout.api.event.RestorationEvent;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.event.SiteEvent;
import org.gridrollout.api.incident.Incident;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.rollout.Deployment;
import org.gridrollout.api.rollout.Observation;
import org.gridrollout.api.rollout.PendingPublication;
import org.gridrollout.api.rollout.Restoration;
import org.gridrollout.api.rollout.RestorationBuilder;
import org.gridrollout.api.rollout.Restored;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.sla.ObligationId;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.sla.Reporting;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.core.engine.RecordedEvent;
import org.gridrollout.core.lifecycle.Lifecycle;
import org.gridrollout.core.rule.BuiltInRules;

/** Writes journals event by event. The lifecycle folds along, and refuses what cannot happen. */
final class JournalWriter {

    static final Actor MU = Actor.middlewareUnit("mia");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Platform EL9 = Platform.parse("el9/x86_64");
    private static final Finding PASSED = Finding.pass(BuiltInRules.ENOUGH_EXPOSURE, "Enough.");

    private final List<RecordedEvent> journal = new ArrayList<>();
    private final Map<ReleaseId, Rollout> rollouts = new LinkedHashMap<>();
    private Instant now;

    JournalWriter(String now) {
        this.now = Instant.parse(now);
    }

    List<RecordedEvent> journal() {
        return List.copyOf(journal);
    }

    Map<ReleaseId, Rollout> rollouts() {
        return rollouts;
    }

    Rollout rollout(ReleaseId release) {
        return rollouts.get(release);
    }

    Instant now() {
        return now;
    }

    JournalWriter at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    JournalWriter pass(Duration time) {
        now = now.plus(time);
        return this;
    }

    /** Positions have gaps: what the registry records takes some. */
    void record(ReleaseId release, RolloutEvent event) {
        rollouts.put(release, Lifecycle.evolve(rollouts.get(release), event));
        long position = journal.isEmpty() ? 1 : journal.get(journal.size() - 1).position() + 1 + journal.size() % 3;
        journal.add(new RecordedEvent(position, release, event.at(), "somebody", event));
    }

    ReleaseId contribute(String id, String product) {
        ReleaseId release = ReleaseId.of(id);
        PackageRef ref = new PackageRef(
                new Nevra(product, Evr.of("1." + rollouts.size(), "1"), "x86_64"), new Sha256("a".repeat(64)));
        record(
                release,
                new RolloutEvent.Contributed(
                        now,
                        MU,
                        Release.builder()
                                .id(release)
                                .product(ProductId.of(product))
                                .label(id)
                                .platform(EL9)
                                .addPackages(ref)
                                .build(),
                        List.of(owed(Duty.INTAKE, Party.MIDDLEWARE_UNIT, "", Duration.ofDays(5))),
                        publication(ref, Stage.BETA)));
        return release;
    }

    void inBeta(ReleaseId release) {
        record(release, new RolloutEvent.BetaPublished(now, 1));
    }

    void announce(ReleaseId release, Obligation... obligations) {
        record(release, new RolloutEvent.Announced(now, MU, observation(), List.of(obligations)));
    }

    /** From contribution to announcement in one go. */
    ReleaseId announced(String id, String product, Obligation... obligations) {
        ReleaseId release = contribute(id, product);
        inBeta(release);
        announce(release, obligations);
        return release;
    }

    void clear(ReleaseId release) {
        record(release, new RolloutEvent.Cleared(now, List.of(PASSED)));
    }

    void clearByWaiver(ReleaseId release) {
        record(release, new RolloutEvent.Cleared(now, List.of(PASSED.waived("mia"))));
    }

    void decidePromotion(ReleaseId release) {
        record(
                release,
                new RolloutEvent.PromotionDecided(now, MU, List.of(), publication(ref(release), Stage.PRODUCTION)));
    }

    void inProduction(ReleaseId release) {
        record(release, new RolloutEvent.ProductionPublished(now, 1, Optional.empty()));
    }

    void deploy(ReleaseId release, String site, Deployment.Basis basis) {
        record(release, new RolloutEvent.Deployed(now, new Deployment(SiteId.of(site), now, Optional.empty(), basis)));
    }

    void end(ReleaseId release, String obligation, ObligationOutcome outcome) {
        record(release, new SiteEvent.ObligationEnded(now, ObligationId.of(obligation), outcome, ""));
    }

    void file(ReleaseId release, String incident, Actor by) {
        Incident filed = Incident.filed(
                IncidentId.of(incident),
                by,
                now,
                "broken",
                Stage.BETA,
                List.of(ref(release).nevra()));
        record(release, new IncidentEvent.IncidentFiled(now, filed, triage(incident)));
    }

    void inherit(ReleaseId newer, ReleaseId older, Incident incident) {
        Incident inherited = incident.inheritedBy(older, List.of(ref(newer).nevra()));
        record(
                newer,
                new IncidentEvent.IncidentInherited(
                        now, inherited, triage(incident.id().value())));
    }

    void findFaulty(ReleaseId release, String incident) {
        Optional<Restored> before = rollout(release).restored();
        Restoration restoration = new RestorationBuilder()
                .owner(Party.MIDDLEWARE_UNIT)
                .attempt(before.map(each -> each.attempt() + 1).orElse(1))
                .brokenSince(before.map(Restored::brokenSince).orElse(now))
                .reopens(before.map(Restored::faulty))
                .openedAt(now)
                .dueAt(now.plus(Duration.ofDays(3)))
                .addIncidents(IncidentId.of(incident))
                .status(Restoration.Status.OPEN)
                .build();
        Obligation owed = owed(Duty.RESTORE, Party.MIDDLEWARE_UNIT, incident, Duration.ofDays(3));
        record(release, new RestorationEvent.FoundFaulty(now, restoration, owed));
    }

    /** A fix in production takes the faulty release's place. */
    void restore(ReleaseId faulty, ReleaseId fix) {
        Restoration restoration = rollout(faulty).restoration().orElseThrow();
        record(
                fix,
                new RestorationEvent.RestoredService(
                        now, new Restored(faulty, restoration.brokenSince(), restoration.attempt())));
        supersede(faulty, fix, false);
    }

    void supersede(ReleaseId older, ReleaseId newer, boolean beforeEvidence) {
        record(older, new RolloutEvent.Superseded(now, newer, beforeEvidence, Optional.empty()));
    }

    /** What a site owes from now on for being asked. */
    Obligation siteOwes(Duty duty, String site, Duration within, Reporting reporting) {
        return siteOwes(duty, site, within, reporting, "");
    }

    Obligation siteOwes(Duty duty, String site, Duration within, Reporting reporting, String round) {
        return owed(
                duty.name().toLowerCase(Locale.ROOT) + ":" + site + round,
                duty,
                Party.site(SiteId.of(site)),
                "",
                reporting,
                within);
    }

    Obligation answer(Party debtor, String incident, String round) {
        return owed("answer:" + incident + round, Duty.ANSWER, debtor, incident, Reporting.EVERY_RELEASE, WEEK);
    }

    Observation observation() {
        return new Observation(now, now.plus(WEEK));
    }

    private Obligation triage(String incident) {
        return owed(Duty.TRIAGE, Party.MIDDLEWARE_UNIT, incident, Duration.ofDays(1));
    }

    private Obligation owed(Duty duty, Party debtor, String subject, Duration within) {
        String id = duty.name().toLowerCase(Locale.ROOT) + (subject.isEmpty() ? "" : ":" + subject);
        return owed(id, duty, debtor, subject, Reporting.EVERY_RELEASE, within);
    }

    private Obligation owed(String id, Duty duty, Party debtor, String subject, Reporting reporting, Duration within) {
        return Obligation.pending(
                ObligationId.of(id),
                duty,
                debtor,
                subject,
                reporting,
                now,
                now.plus(within.multipliedBy(3).dividedBy(4)),
                now.plus(within));
    }

    private PackageRef ref(ReleaseId release) {
        return rollout(release).release().packages().get(0);
    }

    private PendingPublication publication(PackageRef ref, Stage stage) {
        return PendingPublication.of(
                new ChangeSet(ChangeSetId.of("c" + journal.size()), stage, EL9, List.of(ref), List.of()), now);
    }
}
