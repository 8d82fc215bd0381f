package org.gridrollout.benchmarks.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridrollout.api.command.IncidentCommand;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.command.SiteCommand;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.party.TeamId;
import org.gridrollout.api.registry.Enrolment;
import org.gridrollout.api.registry.Product;
import org.gridrollout.api.rollout.ProductLine;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.sla.Sla;
import org.gridrollout.api.software.Certification;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.Candidate;
import org.gridrollout.core.lifecycle.Context;
import org.gridrollout.core.lifecycle.Decision;
import org.gridrollout.core.lifecycle.Lifecycle;
import org.gridrollout.core.lifecycle.SurroundingsBuilder;
import org.gridrollout.core.policy.FreezeWindow;
import org.gridrollout.core.policy.RolloutPolicy;
import org.gridrollout.core.rule.RuleBook;
import org.gridrollout.core.version.RpmVersionScheme;

/**
 * What is decided on: a release of two packages that three sites were asked to run and run, with one known issue, good now,
 * while an older release of the product is in production. Made by the commands people would give.
 */
final class GoodRelease {

    static final ReleaseId OLDER = ReleaseId.of("voms-2.1.1-el9");
    static final ReleaseId ID = ReleaseId.of("voms-2.1.2-el9");
    static final List<SiteId> SITES = List.of(SiteId.of("CERN-PROD"), SiteId.of("DESY-HH"), SiteId.of("INFN-T1"));

    private static final ProductId VOMS = ProductId.of("voms");
    private static final TeamId TEAM = TeamId.of("voms-team");
    private static final Platform EL9 = Platform.parse("el9/x86_64");
    private static final Actor MU = Actor.middlewareUnit("mia");
    private static final Instant BEGIN = Instant.parse("2026-03-02T08:00:00Z");
    private static final Sla SLA = Sla.builder()
            .name("early")
            .deployWithin(Duration.ofDays(3))
            .reportWithin(Duration.ofDays(7))
            .build();

    private final RpmVersionScheme versions = new RpmVersionScheme();
    private final RolloutPolicy policy = RolloutPolicy.STANDARD.withFreezeWindows(
            new FreezeWindow(BEGIN.plus(Duration.ofDays(290)), BEGIN.plus(Duration.ofDays(310)), "end of year"));
    private final RuleBook rules = RuleBook.of(policy, versions, List.of());
    private final Map<ReleaseId, Rollout> rollouts = new LinkedHashMap<>();
    private final List<RolloutEvent> history = new ArrayList<>();
    private ProductLine line = ProductLine.empty(VOMS, EL9);
    private Instant now = BEGIN;

    GoodRelease() {
        becomesGood(OLDER, "2.1.1");
        give(promotion(OLDER));
        published(OLDER);
        passDays(30);
        becomesGood(ID, "2.1.2");
    }

    Rollout rollout() {
        return rollout(ID);
    }

    /** Everything that happened to it. */
    List<RolloutEvent> history() {
        return List.copyOf(history);
    }

    /** Everything that happens to it until it is in production. */
    List<RolloutEvent> wholeHistory() {
        GoodRelease other = new GoodRelease();
        other.give(promotion(ID));
        other.published(ID);
        return other.history();
    }

    RolloutCommand.Promote promotion() {
        return promotion(ID);
    }

    RuleBook rules() {
        return rules;
    }

    Candidate candidate() {
        return new Candidate(rollout(), line, now);
    }

    Context context() {
        return context(ID);
    }

    private static RolloutCommand.Promote promotion(ReleaseId id) {
        return new RolloutCommand.Promote(id, MU);
    }

    private void becomesGood(ReleaseId id, String version) {
        give(new RolloutCommand.Contribute(release(id, version), Actor.productTeam("tom", TEAM)));
        published(id);
        passDays(1);
        give(RolloutCommand.Announce.of(id, MU));
        passDays(1);
        for (SiteId site : SITES) {
            give(new SiteCommand.ReportDeployment(id, site, at(site)));
        }
        IncidentId incident = IncidentId.of("GGUS-" + version);
        SiteId unlucky = SITES.get(2);
        give(new IncidentCommand.FileIncident(
                id, incident, "Proxies of 512 bits are refused", Stage.BETA, Optional.empty(), at(unlucky)));
        give(new IncidentCommand.DecideCriticality(
                id, incident, Criticality.NON_CRITICAL, "nobody should use them", "renew the proxy", MU));
        passDays(7);
        Decision passed = Lifecycle.advance(rollout(id), context(id));
        keep(passed);
    }

    private void published(ReleaseId id) {
        while (!rollout(id).pending().isEmpty()) {
            give(new RolloutCommand.ConfirmPublication(
                    id, rollout(id).pending().get(0).changeSet().id(), 1, Actor.SYSTEM));
        }
    }

    private void give(RolloutCommand command) {
        ReleaseId id = command.releaseId();
        Decision decision = Lifecycle.decide(Optional.ofNullable(rollouts.get(id)), command, context(id));
        decision.refusal().ifPresent(verdict -> {
            throw new IllegalStateException(command + " refused: " + verdict);
        });
        keep(decision);
    }

    private void keep(Decision decision) {
        rollouts.putAll(decision.rollouts());
        history.addAll(decision.eventsOf(ID));
        line = decision.line();
    }

    private Rollout rollout(ReleaseId id) {
        Rollout rollout = rollouts.get(id);
        if (rollout == null) {
            throw new IllegalStateException("no rollout " + id);
        }
        return rollout;
    }

    private void passDays(int days) {
        now = now.plus(Duration.ofDays(days));
    }

    private Context context(ReleaseId id) {
        return new Context(
                now,
                policy,
                rules,
                versions,
                new SurroundingsBuilder()
                        .product(new Product(VOMS, TEAM, Set.of("voms", "voms-clients")))
                        .addAllEnrolments(SITES.stream()
                                .map(site -> new Enrolment(site, VOMS, SLA, BEGIN, Optional.empty()))
                                .toList())
                        .build(),
                line,
                line.living().stream()
                        .filter(each -> !each.release().equals(id))
                        .map(each -> rollout(each.release()))
                        .toList());
    }

    private Release release(ReleaseId id, String version) {
        return Release.builder()
                .id(id)
                .product(VOMS)
                .label("EMI-3 Update " + version)
                .platform(EL9)
                .packages(List.of(file("voms", version), file("voms-clients", version)))
                .certification(new Certification("voms-team", now, "https://example.org/results/" + version))
                .build();
    }

    private static PackageRef file(String component, String version) {
        String hex = Integer.toHexString((component + version).hashCode());
        return new PackageRef(
                new Nevra(component, Evr.of(version, "1.el9"), "x86_64"),
                new Sha256("0".repeat(64 - hex.length()) + hex));
    }

    private static Actor at(SiteId site) {
        return Actor.site("admin", site);
    }
}
