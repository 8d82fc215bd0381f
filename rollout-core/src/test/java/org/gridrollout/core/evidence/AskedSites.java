package org.gridrollout.core.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.rollout.Answer;
import org.gridrollout.api.rollout.Deployment;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutBuilder;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.rollout.SiteReport;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.sla.ObligationId;
import org.gridrollout.api.sla.Reporting;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Sha256;

/** A rollout that is nothing but the sites that were asked, and what they did. */
final class AskedSites {

    static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private final RolloutBuilder rollout = new RolloutBuilder()
            .release(Release.builder()
                    .id(ReleaseId.of("voms-1"))
                    .product(ProductId.of("voms"))
                    .label("VOMS")
                    .platform(Platform.parse("el9/x86_64"))
                    .addPackages(
                            new PackageRef(new Nevra("voms", Evr.of("1", "1"), "x86_64"), new Sha256("ab".repeat(32))))
                    .build())
            .state(RolloutState.ROLLING_OUT)
            .stateSince(START)
            .latestInstant(START);

    static AskedSites of(List<String> sites) {
        AskedSites asked = new AskedSites();
        sites.forEach(each -> asked.owing(Duty.REPORT, each));
        return asked;
    }

    AskedSites owing(Duty duty, String site) {
        return owing(duty, Party.site(SiteId.of(site)));
    }

    AskedSites owing(Duty duty, Party debtor) {
        rollout.addObligations(Obligation.pending(
                ObligationId.of("o"), duty, debtor, "", Reporting.FAILURES_ONLY, START, START, START));
        return this;
    }

    AskedSites ran(String site, Instant since, Instant until) {
        return deployed(site, since, Optional.of(until));
    }

    AskedSites runs(String site, Instant since) {
        return deployed(site, since, Optional.empty());
    }

    AskedSites deployed(String site, Instant since, Optional<Instant> until) {
        rollout.addDeployments(new Deployment(SiteId.of(site), since, until, Deployment.Basis.ASKED));
        return this;
    }

    AskedSites reported(String site) {
        rollout.addReports(new SiteReport(SiteId.of(site), START, "works"));
        return this;
    }

    AskedSites answered(String site, Answer.Kind kind) {
        rollout.addAnswers(new Answer(SiteId.of(site), START, kind, ""));
        return this;
    }

    Rollout rollout() {
        return rollout.build();
    }

    Exposure exposure(Instant now) {
        return Exposure.of(rollout(), now);
    }
}
