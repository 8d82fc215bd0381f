package org.gridrollout.benchmarks.scorecard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.event.SiteEvent;
import org.gridrollout.api.rollout.Answer;
import org.gridrollout.api.rollout.Deployment;
import org.gridrollout.api.rollout.SiteReport;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.sla.ObligationOutcome;
import org.gridrollout.api.sla.Reporting;

/** What one site does about one release it was asked to run. Most sites keep their promises, some late, some not at all. */
final class SiteAnswers {

    private static final Duration TICK = Duration.ofNanos(1_000);

    private final SplittableRandom random;
    private final Consumer<RolloutEvent> journal;

    SiteAnswers(SplittableRandom random, Consumer<RolloutEvent> journal) {
        this.random = random;
        this.journal = journal;
    }

    /** @param owed what the site owes on the release */
    void record(Terms terms, List<Obligation> owed, Instant announcedAt) {
        boolean asksForDeployment = owed.stream().anyMatch(each -> each.duty() == Duty.DEPLOY);
        if (!asksForDeployment && chance(50)) {
            deployed(terms, within(announcedAt, Terms.REPORT));
        }
        for (Obligation each : owed) {
            switch (each.duty()) {
                case ACKNOWLEDGE -> acknowledge(terms, each);
                case DEPLOY -> deploy(terms, each);
                default -> report(terms, each);
            }
        }
    }

    private void acknowledge(Terms terms, Obligation owed) {
        if (chance(90)) {
            Instant at = within(owed.startedAt(), Duration.between(owed.startedAt(), owed.warnAt()));
            journal.accept(
                    new SiteEvent.Answered(at, terms.site, new Answer(terms.site, at, Answer.Kind.ACCEPTED, "")));
            end(owed, at, ObligationOutcome.MET);
        } else {
            miss(owed);
        }
    }

    private void deploy(Terms terms, Obligation owed) {
        if (chance(80)) {
            Instant at = within(owed.startedAt(), Duration.between(owed.startedAt(), owed.warnAt()));
            deployed(terms, at);
            end(owed, at, ObligationOutcome.MET);
        } else {
            miss(owed);
            if (chance(50)) {
                Instant late = within(owed.dueAt().plus(TICK), Duration.ofDays(2));
                deployed(terms, late);
                journal.accept(new SiteEvent.ObligationDoneLate(late, owed.id()));
            }
        }
    }

    private void report(Terms terms, Obligation owed) {
        if (terms.reporting == Reporting.FAILURES_ONLY) {
            end(owed, owed.dueAt().plus(TICK), ObligationOutcome.MET);
        } else if (chance(85)) {
            Instant at = within(owed.startedAt(), Duration.between(owed.startedAt(), owed.warnAt()));
            journal.accept(new SiteEvent.ReportedWorking(at, new SiteReport(terms.site, at, "")));
            end(owed, at, ObligationOutcome.MET);
        } else {
            miss(owed);
        }
    }

    private void deployed(Terms terms, Instant at) {
        journal.accept(
                new SiteEvent.Deployed(at, new Deployment(terms.site, at, Optional.empty(), Deployment.Basis.ASKED)));
    }

    private void miss(Obligation owed) {
        journal.accept(new SiteEvent.ObligationNearDue(owed.warnAt(), owed.id()));
        end(owed, owed.dueAt().plus(TICK), ObligationOutcome.MISSED);
    }

    private void end(Obligation owed, Instant at, ObligationOutcome outcome) {
        journal.accept(new SiteEvent.ObligationEnded(at, owed.id(), outcome, ""));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private Instant within(Instant from, Duration time) {
        return from.plusSeconds(1 + random.nextLong(time.toSeconds() - 1));
    }
}
