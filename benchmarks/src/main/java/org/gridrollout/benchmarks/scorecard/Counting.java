package org.gridrollout.benchmarks.scorecard;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.core.engine.RecordedEvent;
import org.gridrollout.core.metrics.Metrics;
import org.gridrollout.core.metrics.Period;
import org.gridrollout.core.metrics.SiteScorecard;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Scorecards of a whole grid, of one site, and what one more event costs. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Counting {

    /** A grid as grids are. */
    @State(Scope.Thread)
    public static class Typical {
        final List<RecordedEvent> journal = GridJournal.of(GridShape.TYPICAL);
        final List<SiteId> sites = GridShape.TYPICAL.siteIds();
        final Metrics counted = counted(journal);
        private int site;

        SiteId nextSite() {
            site = (site + 1) % sites.size();
            return sites.get(site);
        }
    }

    /** As much as can be. */
    @State(Scope.Thread)
    public static class Everybody {
        final List<RecordedEvent> journal = GridJournal.of(GridShape.EVERYBODY);
        final List<SiteId> sites = GridShape.EVERYBODY.siteIds();
    }

    /** A grid near the end of its journal, so that the last events find everything that came before them. */
    @State(Scope.Thread)
    public static class NearTheEnd {
        private final List<RecordedEvent> journal = GridJournal.of(GridShape.TYPICAL);
        private final int from = journal.size() - LAST;
        final List<RecordedEvent> last = journal.subList(from, journal.size());
        Metrics metrics = Metrics.empty();

        /** Again for every measurement, which is long against what reading the clock costs. */
        @Setup(Level.Invocation)
        public void countAllButTheLast() {
            metrics = counted(journal.subList(0, from));
        }
    }

    /** So many events are counted on top of the others. */
    static final int LAST = 8_192;

    @Benchmark
    public List<SiteScorecard> everyScorecard(Typical grid) {
        return scorecards(grid.journal, grid.sites);
    }

    @Benchmark
    public List<SiteScorecard> everyScorecardOfEverybody(Everybody grid) {
        return scorecards(grid.journal, grid.sites);
    }

    @Benchmark
    public Metrics lastEvents(NearTheEnd grid) {
        grid.metrics.applyAll(grid.last);
        return grid.metrics;
    }

    @Benchmark
    public SiteScorecard oneScorecard(Typical grid) {
        return grid.counted.site(grid.nextSite(), Period.ALWAYS);
    }

    private static List<SiteScorecard> scorecards(List<RecordedEvent> journal, List<SiteId> sites) {
        Metrics metrics = counted(journal);
        List<SiteScorecard> scorecards = new ArrayList<>(sites.size());
        for (SiteId each : sites) {
            scorecards.add(metrics.site(each, Period.ALWAYS));
        }
        return scorecards;
    }

    private static Metrics counted(List<RecordedEvent> journal) {
        Metrics metrics = Metrics.empty();
        metrics.applyAll(journal);
        return metrics;
    }
}
