package org.gridrollout.benchmarks.scorecard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.event.SiteEvent;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.rollout.Deployment;
import org.gridrollout.api.rollout.Observation;
import org.gridrollout.api.rollout.PendingPublication;
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
import org.gridrollout.core.engine.RecordedEvent;

/**
 * The journal of a grid in which every release is announced to every site: one release every eight hours, a dozen under way at
 * any time. Every site owes a deployment and a report; most deploy, some late, some never; some report, most are silent. It is
 * written anew each time it is read, every name a new object, as a journal read from a store is.
 *
 * @param sites how many sites
 * @param releases how many releases
 */
record GridJournal(int sites, int releases) {

    static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
    static final Duration RELEASE_EVERY = Duration.ofHours(8);
    private static final Duration DEPLOY_WITHIN = Duration.ofDays(2);
    private static final Duration REPORT_WITHIN = Duration.ofDays(4);
    // In releases, which come every eight hours.
    private static final int DEPLOYED_AFTER = 2;
    private static final int DEPLOYMENT_OVER_AFTER = 7;
    private static final int OVER_AFTER = 13;
    private static final int PRODUCTS = 20;
    private static final Platform EL9 = Platform.parse("el9/x86_64");
    private static final Actor MU = Actor.middlewareUnit("mia");

    static String site(int site) {
        return "site-" + (1_000_000 + site);
    }

    static ReleaseId release(int release) {
        return ReleaseId.of("release-" + release);
    }

    static ProductId product(int release) {
        return ProductId.of("product-" + release % PRODUCTS);
    }

    static Instant announcedAt(int release) {
        return BEGINNING.plus(RELEASE_EVERY.multipliedBy(release));
    }

    /** How many obligations sites and the MU owed. */
    long obligations() {
        return (long) releases * (2L * sites + 1);
    }

    /** Hands every event over, in order. */
    void forEach(Consumer<RecordedEvent> reader) {
        Pen pen = new Pen(reader);
        for (int tick = 0; tick < releases + OVER_AFTER; tick++) {
            pen.now = announcedAt(tick);
            if (tick < releases) {
                begin(pen, tick);
            }
            if (isUnderWay(tick - DEPLOYED_AFTER)) {
                deploy(pen, tick - DEPLOYED_AFTER);
            }
            if (isUnderWay(tick - DEPLOYMENT_OVER_AFTER)) {
                deploymentOver(pen, tick - DEPLOYMENT_OVER_AFTER);
            }
            if (isUnderWay(tick - OVER_AFTER)) {
                over(pen, tick - OVER_AFTER);
            }
        }
    }

    private boolean isUnderWay(int release) {
        return release >= 0 && release < releases;
    }

    private void begin(Pen pen, int release) {
        Obligation intake = owed(pen, "intake", Duty.INTAKE, Party.MIDDLEWARE_UNIT, Duration.ofDays(5));
        pen.write(
                release,
                new RolloutEvent.Contributed(
                        pen.now, MU, content(release), List.of(intake), publication(pen, release, Stage.BETA)));
        pen.write(release, new RolloutEvent.BetaPublished(pen.now, 1));
        pen.write(release, new SiteEvent.ObligationEnded(pen.now, intake.id(), ObligationOutcome.MET, ""));
        List<Obligation> obligations = new ArrayList<>(2 * sites);
        for (int site = 0; site < sites; site++) {
            Party debtor = new Party(Party.Kind.SITE, site(site));
            obligations.add(owed(pen, "deploy:" + site(site), Duty.DEPLOY, debtor, DEPLOY_WITHIN));
            obligations.add(owed(pen, "report:" + site(site), Duty.REPORT, debtor, REPORT_WITHIN));
        }
        pen.write(
                release,
                new RolloutEvent.Announced(
                        pen.now, MU, new Observation(pen.now, pen.now.plus(REPORT_WITHIN)), obligations));
    }

    /** Nine of ten deploy in time. */
    private void deploy(Pen pen, int release) {
        for (int site = 0; site < sites; site++) {
            if (chance(release, site) < 90) {
                pen.now = pen.now.plusSeconds(1);
                deployed(pen, release, site);
                pen.end(release, "deploy:" + site(site), ObligationOutcome.MET);
            }
        }
    }

    /** Those who did not deploy missed it; half of them do it late. */
    private void deploymentOver(Pen pen, int release) {
        for (int site = 0; site < sites; site++) {
            if (chance(release, site) >= 90) {
                pen.end(release, "deploy:" + site(site), ObligationOutcome.MISSED);
                if (chance(release, site) >= 95) {
                    deployed(pen, release, site);
                    pen.write(
                            release,
                            new SiteEvent.ObligationDoneLate(pen.now, ObligationId.of("deploy:" + site(site))));
                }
            }
        }
    }

    private void over(Pen pen, int release) {
        for (int site = 0; site < sites; site++) {
            pen.end(release, "report:" + site(site), ObligationOutcome.MET);
        }
        pen.write(release, new RolloutEvent.Cleared(pen.now, List.of()));
        pen.write(
                release,
                new RolloutEvent.PromotionDecided(pen.now, MU, List.of(), publication(pen, release, Stage.PRODUCTION)));
        pen.write(release, new RolloutEvent.ProductionPublished(pen.now, 1, Optional.empty()));
    }

    private static void deployed(Pen pen, int release, int site) {
        pen.write(
                release,
                new RolloutEvent.Deployed(
                        pen.now,
                        new Deployment(SiteId.of(site(site)), pen.now, Optional.empty(), Deployment.Basis.ASKED)));
    }

    /** A percentage, the same each time. */
    private static int chance(int release, int site) {
        return Math.floorMod(((release * 31 + site) * 0x9E37_79B9) >>> 7, 100);
    }

    private static Obligation owed(Pen pen, String id, Duty duty, Party debtor, Duration within) {
        return Obligation.pending(
                ObligationId.of(id),
                duty,
                debtor,
                "",
                Reporting.FAILURES_ONLY,
                pen.now,
                pen.now.plus(within.dividedBy(2)),
                pen.now.plus(within));
    }

    private static Release content(int release) {
        return Release.builder()
                .id(release(release))
                .product(product(release))
                .label("release " + release)
                .platform(EL9)
                .addPackages(ref(release))
                .build();
    }

    private static PackageRef ref(int release) {
        return new PackageRef(
                new Nevra(product(release).value(), Evr.of("1." + release, "1"), "x86_64"), new Sha256("a".repeat(64)));
    }

    private static PendingPublication publication(Pen pen, int release, Stage stage) {
        ChangeSetId id = ChangeSetId.of(stage + "-" + release);
        return PendingPublication.of(new ChangeSet(id, stage, EL9, List.of(ref(release)), List.of()), pen.now);
    }

    /** Writes event after event. */
    private static final class Pen {

        private final Consumer<RecordedEvent> reader;
        private Instant now = BEGINNING;
        private long position;

        Pen(Consumer<RecordedEvent> reader) {
            this.reader = reader;
        }

        void write(int release, RolloutEvent event) {
            reader.accept(new RecordedEvent(++position, release(release), now, "somebody", event));
        }

        void end(int release, String obligation, ObligationOutcome outcome) {
            write(release, new SiteEvent.ObligationEnded(now, ObligationId.of(obligation), outcome, ""));
        }
    }
}
