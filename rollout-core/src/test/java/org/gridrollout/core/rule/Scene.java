package org.gridrollout.core.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.incident.Incident;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.publication.Breakage;
import org.gridrollout.api.publication.Installability;
import org.gridrollout.api.rollout.CheckResult;
import org.gridrollout.api.rollout.Deployment;
import org.gridrollout.api.rollout.Observation;
import org.gridrollout.api.rollout.ProductLine;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutBuilder;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.rollout.Scope;
import org.gridrollout.api.rollout.SiteReport;
import org.gridrollout.api.rollout.Waiver;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.sla.ObligationId;
import org.gridrollout.api.sla.Reporting;
import org.gridrollout.api.software.Certification;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.software.Signature;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.Candidate;
import org.gridrollout.api.verdict.RuleId;

/**
 * A candidate to change until it is what a test is about. It begins as a certified release that was announced a week ago and
 * whose period ended an hour ago; nobody was asked. Immutable.
 */
record Scene(Candidate candidate) {

    static final Instant NOW = Instant.parse("2026-03-10T08:00:00Z");
    static final Instant DUE = NOW.minus(Duration.ofHours(1));
    static final Instant ANNOUNCED = DUE.minus(Duration.ofDays(7));
    static final ReleaseId ID = ReleaseId.of("voms-2.1.0");
    static final Actor MU = Actor.middlewareUnit("mia");

    private static final ProductId VOMS = ProductId.of("voms");
    private static final Platform EL9 = Platform.parse("el9/x86_64");

    static Scene good() {
        Rollout rollout = new RolloutBuilder()
                .release(Release.builder()
                        .id(ID)
                        .product(VOMS)
                        .label("VOMS 2.1.0")
                        .platform(EL9)
                        .addPackages(voms("2.1.0"))
                        .certification(new Certification("voms-team", ANNOUNCED, "all tests passed"))
                        .build())
                .state(RolloutState.GOOD)
                .stateSince(DUE)
                .latestInstant(DUE)
                .observation(new Observation(ANNOUNCED, DUE))
                .build();
        return new Scene(new Candidate(rollout, ProductLine.empty(VOMS, EL9), NOW));
    }

    Rollout rollout() {
        return candidate.rollout();
    }

    Scene with(UnaryOperator<Rollout> change) {
        return new Scene(new Candidate(
                change.apply(rollout()),
                candidate.line(),
                candidate.now(),
                candidate.needed(),
                candidate.production(),
                candidate.signatures()));
    }

    Scene at(Instant now) {
        return new Scene(new Candidate(rollout(), candidate.line(), now, candidate.needed(), candidate.production()));
    }

    Scene state(RolloutState state) {
        return with(each -> each.withState(state));
    }

    Scene release(UnaryOperator<Release> change) {
        return with(each -> each.withRelease(change.apply(each.release())));
    }

    Scene unannounced() {
        return state(RolloutState.IN_BETA).with(each -> each.withObservation(Optional.empty()));
    }

    Scene asked(String... sites) {
        Scene scene = this;
        for (String site : sites) {
            scene = scene.with(each -> each.withObligations(plus(each.obligations(), owes(Duty.REPORT, site))));
        }
        return scene;
    }

    /** A deployment that goes on. */
    Scene running(String site, Duration before) {
        return deployed(site, before, Optional.empty());
    }

    /** A deployment that has ended. */
    Scene ran(String site, Duration before, Duration until) {
        return deployed(site, before, Optional.of(NOW.minus(until)));
    }

    private Scene deployed(String site, Duration before, Optional<Instant> until) {
        Deployment deployment = new Deployment(SiteId.of(site), NOW.minus(before), until, Deployment.Basis.ASKED);
        return with(each -> each.withDeployments(plus(each.deployments(), deployment)));
    }

    Scene reported(String site) {
        return with(each -> each.withReports(plus(each.reports(), new SiteReport(SiteId.of(site), NOW, "works"))));
    }

    Scene filed(String id) {
        Incident incident = Incident.filed(
                IncidentId.of(id),
                Actor.site("carl", SiteId.of("CERN-PROD")),
                ANNOUNCED,
                "it leaks",
                Stage.BETA,
                List.of(rollout().release().packages().get(0).nevra()));
        return with(each -> each.withIncidents(plus(each.incidents(), incident)));
    }

    Scene decided(String id, Criticality criticality) {
        return filed(id).incident(id, each -> each.decided(criticality, NOW, "tried", ""));
    }

    Scene incident(String id, UnaryOperator<Incident> change) {
        return with(rollout -> rollout.withIncidents(rollout.incidents().stream()
                .map(each -> each.id().value().equals(id) ? change.apply(each) : each)
                .toList()));
    }

    Scene beside(String release, RolloutState state, String version) {
        ProductLine.Entry entry = new ProductLine.Entry(ReleaseId.of(release), state, List.of(voms(version)));
        return line(plus(candidate.line().living(), entry));
    }

    Scene line(List<ProductLine.Entry> living) {
        ProductLine line = new ProductLine(VOMS, EL9, Map.of(), living, Optional.empty(), List.of());
        return new Scene(new Candidate(rollout(), line, candidate.now(), candidate.needed(), candidate.production()));
    }

    Scene needs(String... releases) {
        return release(each ->
                each.withNeeds(List.of(releases).stream().map(ReleaseId::of).toList()));
    }

    Scene needed(String release, RolloutState state) {
        Map<ReleaseId, RolloutState> needed = new HashMap<>(candidate.needed());
        needed.put(ReleaseId.of(release), state);
        return new Scene(new Candidate(rollout(), candidate.line(), candidate.now(), needed, candidate.production()));
    }

    /** What its promotion would break. */
    Scene breaking(Breakage... breakages) {
        return new Scene(new Candidate(
                rollout(),
                candidate.line(),
                candidate.now(),
                candidate.needed(),
                Optional.of(new Installability(List.of(breakages)))));
    }

    /** Of each of the release's packages. */
    Scene signed(Signature signature) {
        Map<PackageRef, Signature> signatures = new HashMap<>();
        rollout().release().packages().forEach(each -> signatures.put(each, signature));
        return new Scene(new Candidate(
                rollout(), candidate.line(), candidate.now(), candidate.needed(), candidate.production(), signatures));
    }

    Scene checked(CheckResult result) {
        return with(each -> each.withChecks(plus(each.checks(), result)));
    }

    Scene waived(RuleId rule, Scope scope) {
        Waiver waiver = new Waiver(rule, scope, MU, "no site is free", ANNOUNCED, NOW.plus(Duration.ofDays(3_650)));
        return with(each -> each.withWaivers(plus(each.waivers(), waiver)));
    }

    static PackageRef voms(String version) {
        return new PackageRef(new Nevra("voms", Evr.of(version, "1.el9"), "x86_64"), new Sha256("ab".repeat(32)));
    }

    static Obligation owes(Duty duty, String site) {
        return Obligation.pending(
                ObligationId.of(duty + ":" + site),
                duty,
                Party.site(SiteId.of(site)),
                "",
                Reporting.FAILURES_ONLY,
                ANNOUNCED,
                ANNOUNCED.plus(Duration.ofDays(5)),
                DUE);
    }

    private static <T> List<T> plus(List<T> list, T more) {
        List<T> all = new ArrayList<>(list);
        all.add(more);
        return all;
    }
}
