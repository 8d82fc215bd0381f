package org.gridrollout.examples.quickstart;

import java.time.Duration;
import java.util.List;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.core.engine.RecordedEvent;
import org.gridrollout.core.engine.RolloutEngine;
import org.gridrollout.core.metrics.Metrics;
import org.gridrollout.core.metrics.Period;
import org.gridrollout.core.metrics.Scorecards;
import org.gridrollout.core.whatif.Difference;
import org.gridrollout.core.whatif.WhatIf;

/** What can be read from the journal afterwards: who kept their promises, and what other terms would have changed. */
final class Epilogue {

    private static final int PAGE = 1_000;
    private static final ReleaseId TOLD = ReleaseId.of(SampleRelease.GFAL.id());

    private final RolloutEngine engine;
    private final Timeline timeline;

    Epilogue(RolloutEngine engine, Timeline timeline) {
        this.engine = engine;
        this.timeline = timeline;
    }

    void tell() {
        Metrics metrics = metrics();
        timeline.heading("Who kept their promises");
        timeline.block(Scorecards.table(List.of(
                metrics.site(Cast.LIP, Period.ALWAYS),
                metrics.site(Cast.KIT, Period.ALWAYS),
                metrics.site(Cast.CESNET, Period.ALWAYS))));
        timeline.say("");
        timeline.block(metrics.site(Cast.KIT, Period.ALWAYS).toString());
        timeline.say("");
        timeline.block(metrics.site(Cast.CESNET, Period.ALWAYS).toString());
        timeline.heading("What if sites had three days instead of a week?");
        timeline.block(whatIf().asTable());
    }

    private Metrics metrics() {
        Metrics metrics = Metrics.empty();
        List<RecordedEvent> page = engine.history(0, PAGE);
        while (!page.isEmpty()) {
            metrics.applyAll(page);
            page = engine.history(metrics.position(), PAGE);
        }
        return metrics;
    }

    /** The difference for one release; the others differ alike. */
    private Difference whatIf() {
        Difference all = WhatIf.of(engine)
                .terms(sla -> sla.withReportWithin(Duration.ofDays(3)))
                .run();
        return new Difference(all.until(), all.of(TOLD).stream().toList(), List.of());
    }
}
