package org.gridrollout.benchmarks.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.incident.Incident;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.rollout.Deployment;
import org.gridrollout.api.rollout.Observation;
import org.gridrollout.api.rollout.ProductLine;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutBuilder;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.sla.ObligationId;
import org.gridrollout.api.sla.ObligationOutcome;
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
import org.gridrollout.api.software.Stage;

/** A release ready for production: three sites were asked and ran it for a week, and one filed a known issue. */
final class ReadyRelease {

    static final Instant NOW = Instant.parse("2026-03-10T08:00:00Z");

    private static final Instant ANNOUNCED = Instant.parse("2026-03-02T08:00:00Z");
    private static final Duration PERIOD = Duration.ofDays(7);
    private static final ReleaseId OLD = ReleaseId.of("voms-2.0.9");
    private static final ReleaseId NEW = ReleaseId.of("voms-2.1.0");
    private static final Platform EL9 = Platform.parse("el9/x86_64");
    private static final List<String> SITES = List.of("CERN-PROD", "DESY-HH", "INFN-T1");

    private ReadyRelease() {}

    static Rollout rollout() {
        RolloutBuilder rollout = new RolloutBuilder()
                .release(Release.builder()
                        .id(NEW)
                        .product(ProductId.of("voms"))
                        .label("VOMS 2.1.0")
                        .platform(EL9)
                        .addPackages(voms("2.1.0"))
                        .certification(new Certification("voms-team", ANNOUNCED, "all tests passed"))
                        .build())
                .state(RolloutState.GOOD)
                .stateSince(ANNOUNCED.plus(PERIOD))
                .latestInstant(ANNOUNCED.plus(PERIOD))
                .observation(new Observation(ANNOUNCED, ANNOUNCED.plus(PERIOD)))
                .addIncidents(knownIssue());
        for (String site : SITES) {
            rollout.addObligations(silent(site))
                    .addDeployments(new Deployment(
                            SiteId.of(site),
                            ANNOUNCED.plus(Duration.ofHours(5)),
                            Optional.empty(),
                            Deployment.Basis.ASKED));
        }
        return rollout.build();
    }

    static ProductLine line() {
        return new ProductLine(
                ProductId.of("voms"),
                EL9,
                Map.of("voms", Evr.of("2.1.0", "1.el9")),
                List.of(
                        new ProductLine.Entry(OLD, RolloutState.IN_PRODUCTION, List.of(voms("2.0.9"))),
                        new ProductLine.Entry(NEW, RolloutState.GOOD, List.of(voms("2.1.0")))),
                Optional.empty(),
                List.of());
    }

    private static PackageRef voms(String version) {
        return new PackageRef(new Nevra("voms", Evr.of(version, "1.el9"), "x86_64"), new Sha256("ab".repeat(32)));
    }

    private static Obligation silent(String site) {
        return Obligation.pending(
                        ObligationId.of("report:" + site),
                        Duty.REPORT,
                        Party.site(SiteId.of(site)),
                        "",
                        Reporting.FAILURES_ONLY,
                        ANNOUNCED,
                        PERIOD)
                .ended(ObligationOutcome.MET, ANNOUNCED.plus(PERIOD));
    }

    private static Incident knownIssue() {
        return new Incident(
                IncidentId.of("GGUS-1"),
                Actor.site("carl", SiteId.of("CERN-PROD")),
                ANNOUNCED.plus(Duration.ofDays(1)),
                "log file grows",
                Stage.BETA,
                Optional.empty(),
                Criticality.NON_CRITICAL,
                Optional.of(ANNOUNCED.plus(Duration.ofDays(2))),
                "log rotation helps",
                "rotate the log",
                "");
    }
}
