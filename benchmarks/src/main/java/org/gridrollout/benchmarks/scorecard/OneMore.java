package org.gridrollout.benchmarks.scorecard;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.gridrollout.api.event.SiteEvent;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.sla.ObligationId;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.core.engine.RecordedEvent;
import org.gridrollout.core.metrics.Metrics;
import org.gridrollout.core.metrics.Period;
import org.gridrollout.core.metrics.SiteScorecard;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * After the whole journal: one more event of some site about some release, another one each time, and that site's scorecard
 * after it. The events are the dear ones: they change an outcome or a time in a month that has long been counted.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class OneMore {

    private static final int PREPARED = 4093; // odd, so that each comes with every sort of event

    /** What is to come, and where it shows. */
    private record Next(ReleaseId release, ObligationId obligation, SiteId site, Period month, Period quarter) {}

    @Param("1000")
    int sites;

    @Param("1000")
    int releases;

    private final Next[] prepared = new Next[PREPARED];
    private Metrics metrics = Metrics.empty();
    private int count;

    @Setup(Level.Trial)
    public void readTheJournal() {
        metrics = Metrics.empty();
        new GridJournal(sites, releases).forEach(metrics::apply);
        for (int i = 0; i < PREPARED; i++) {
            int release = Math.floorMod(i * 7919, releases);
            String site = GridJournal.site(Math.floorMod(i * 104_729, sites));
            Instant due = GridJournal.announcedAt(release).plus(Duration.ofDays(2));
            prepared[i] = new Next(
                    GridJournal.release(release),
                    ObligationId.of("deploy:" + site),
                    SiteId.of(site),
                    Period.month(YearMonth.from(due.atOffset(ZoneOffset.UTC))),
                    Period.upTo(due.plusSeconds(1), Duration.ofDays(90)));
        }
    }

    @Benchmark
    public long event() {
        happen();
        return metrics.position();
    }

    @Benchmark
    public SiteScorecard eventAndMonth() {
        Next next = happen();
        return metrics.site(next.site(), next.month());
    }

    @Benchmark
    public SiteScorecard eventAndNinetyDays() {
        Next next = happen();
        return metrics.site(next.site(), next.quarter());
    }

    @Benchmark
    public SiteScorecard eventAndAllTime() {
        Next next = happen();
        return metrics.site(next.site(), Period.ALWAYS);
    }

    private Next happen() {
        Next next = prepared[count++ % PREPARED];
        Instant now = GridJournal.announcedAt(releases).plusSeconds(count & 0xFFFF);
        metrics.apply(new RecordedEvent(
                metrics.position() + 1,
                next.release(),
                now,
                "somebody",
                (count & 1) == 0
                        ? new SiteEvent.ObligationDoneLate(now, next.obligation())
                        : new SiteEvent.ObligationRecomputed(
                                now,
                                next.obligation(),
                                (count & 2) == 0 ? ObligationOutcome.MISSED : ObligationOutcome.MET,
                                "seen since",
                                Actor.SYSTEM)));
        return next;
    }
}
