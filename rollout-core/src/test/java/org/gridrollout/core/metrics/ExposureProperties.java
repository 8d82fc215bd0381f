package org.gridrollout.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.rollout.Deployment;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.sla.Reporting;
import org.gridrollout.api.software.ReleaseId;

/** One site comes and goes on one release, day by day, so that every edge of its period is met by something. */
class ExposureProperties {

    private static final SiteId CERN = SiteId.of("CERN");

    @Property(tries = 1000)
    void silenceIsUnknownExactlyWhereTheSiteNeverRanTheReleaseInItsPeriod(
            @ForAll @Size(8) List<@IntRange(max = 2) Integer> days,
            @ForAll @IntRange(max = 3) int announced,
            @ForAll @IntRange(min = 1, max = 3) int within,
            @ForAll @IntRange(max = 4) int ended,
            @ForAll Reporting reporting) {
        JournalWriter writer = new JournalWriter("2026-03-02T00:00:00Z");
        ReleaseId release = writer.contribute("voms-1", "voms");
        writer.inBeta(release);
        for (int day = 0; day < days.size(); day++) {
            boolean running = writer.rollout(release).isDeployedAt(CERN);
            // What time brings about comes before what anybody does at the same instant.
            if (day == announced + ended && day > announced) {
                writer.end(release, "report:CERN", ObligationOutcome.MET);
            }
            if (day == announced) {
                writer.announce(release, writer.siteOwes(Duty.REPORT, "CERN", Duration.ofDays(within), reporting));
            }
            if (days.get(day) == 1 && !running) {
                writer.deploy(release, "CERN", Deployment.Basis.ASKED);
            } else if (days.get(day) == 2 && running) {
                writer.record(release, new RolloutEvent.Undeployed(writer.now(), CERN));
            }
            writer.pass(Duration.ofDays(1));
        }
        Metrics metrics = Metrics.empty();
        metrics.applyAll(writer.journal());
        assertThat(metrics.site(CERN, Period.ALWAYS))
                .isEqualTo(new NaiveScorecards(writer.journal()).site(CERN, Optional.empty(), Period.ALWAYS));
    }
}
