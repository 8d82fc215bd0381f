package org.gridrollout.core.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.command.IncidentCommand;
import org.gridrollout.api.command.RestorationCommand;
import org.gridrollout.api.command.RetirementCommand;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.command.SiteCommand;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The rollout's rules as pure functions. Same rollout, command and context give the same decision; folding its events gives
 * the rollout afterwards. Thread-safe: there is no state here.
 */
public final class Lifecycle {

    private Lifecycle() {}

    /**
     * What a command comes to. Whatever time alone has brought about by then happens first, and again afterwards, so that
     * it makes no difference whether somebody looked in between.
     *
     * @param rollout absent only for a contribution
     */
    public static Decision decide(Optional<Rollout> rollout, RolloutCommand command, Context context) {
        Draft draft = draft(command.releaseId(), rollout, context);
        draft.known().forEach(each -> Passing.advance(draft, each.id()));
        Optional<Verdict> refusal = dispatch(draft, command);
        if (refusal.isEmpty()) {
            Passing.advance(draft, command.releaseId());
            Restorations.follow(draft);
        }
        return draft.decision(refusal);
    }

    /** What time alone has brought about by the context's instant. Doing it in many steps or in one is the same. */
    public static Decision advance(Rollout rollout, Context context) {
        Draft draft = draft(rollout.id(), Optional.of(rollout), context);
        Passing.advance(draft, rollout.id());
        return draft.decision(Optional.empty());
    }

    /**
     * The rollout after one more event.
     *
     * @param rollout absent before the first event
     * @throws IllegalStateException if the transition table does not permit the event
     */
    public static Rollout evolve(@Nullable Rollout rollout, RolloutEvent event) {
        if (event instanceof RolloutEvent.Contributed begins) {
            if (rollout != null) {
                throw new IllegalStateException(rollout.id() + " began twice");
            }
            return Evolution.begin(begins);
        }
        if (rollout == null) {
            throw new IllegalStateException("a rollout begins with its contribution, not with " + event.type());
        }
        return Evolution.evolve(rollout, event);
    }

    /** The fold of all events of one rollout; at least one. */
    public static Rollout replay(List<RolloutEvent> events) {
        Rollout rollout = null;
        for (RolloutEvent event : events) {
            rollout = evolve(rollout, event);
        }
        if (rollout == null) {
            throw new IllegalArgumentException("no events to replay");
        }
        return rollout;
    }

    /** When time or a pending publication next wants something of the rollout, if ever. */
    public static Optional<Instant> nextDue(Rollout rollout, Context context) {
        return Passing.nextDue(rollout, context.policy());
    }

    /** Why the rollout is where it is, who must act, and until when. */
    public static Verdict explain(Rollout rollout, Context context) {
        return Explanation.of(rollout, context);
    }

    private static Draft draft(ReleaseId target, Optional<Rollout> rollout, Context context) {
        // The latest instant seen counts: a clock that went back does not take anything back.
        Instant now = Ticks.truncate(context.now());
        for (Rollout each : context.others()) {
            now = Ticks.later(now, each.latestInstant());
        }
        if (rollout.isPresent()) {
            now = Ticks.later(now, rollout.get().latestInstant());
        }
        return new Draft(target, rollout, context.at(now));
    }

    private static Optional<Verdict> dispatch(Draft draft, RolloutCommand command) {
        if (command instanceof RolloutCommand.Contribute contribute) {
            return Contributing.contribute(draft, contribute);
        }
        if (!draft.begun()) {
            throw new IllegalArgumentException("no rollout " + command.releaseId());
        }
        if (command instanceof SiteCommand site) {
            return dispatch(draft, site);
        } else if (command instanceof IncidentCommand incident) {
            return Incidents.handle(draft, incident);
        } else if (command instanceof RestorationCommand restoration) {
            return Restorations.handle(draft, restoration);
        } else if (command instanceof RetirementCommand retirement) {
            return Retiring.handle(draft, retirement);
        } else if (command instanceof RolloutCommand.Announce announce) {
            return Announcing.announce(draft, announce);
        } else if (command instanceof RolloutCommand.AnnounceToNobody announce) {
            return Announcing.announceToNobody(draft, announce);
        } else if (command instanceof RolloutCommand.AddSites add) {
            return Announcing.addSites(draft, add);
        } else if (command instanceof RolloutCommand.Extend extend) {
            return Announcing.extend(draft, extend);
        } else if (command instanceof RolloutCommand.PutOnHold hold) {
            return Holding.hold(draft, hold);
        } else if (command instanceof RolloutCommand.ReleaseHold release) {
            return Holding.release(draft, release);
        } else if (command instanceof RolloutCommand.Waive waive) {
            return Clearing.waive(draft, waive);
        } else if (command instanceof RolloutCommand.ClearEarly clear) {
            return Clearing.clearEarly(draft, clear);
        } else if (command instanceof RolloutCommand.Expedite expedite) {
            return Clearing.expedite(draft, expedite);
        } else if (command instanceof RolloutCommand.RecordCheck check) {
            return Checks.record(draft, check);
        } else if (command instanceof RolloutCommand.Promote promote) {
            return Promoting.promote(draft, promote);
        } else if (command instanceof RolloutCommand.ConfirmPublication confirm) {
            return Publishing.confirm(draft, confirm);
        } else if (command instanceof RolloutCommand.AbortPublication abort) {
            return Publishing.abort(draft, abort);
        } else if (command instanceof RolloutCommand.Withdraw withdraw) {
            return Ending.withdraw(draft, withdraw);
        } else if (command instanceof RolloutCommand.ConsentToSupersede consent) {
            return Ending.supersede(draft, consent);
        }
        throw new IllegalArgumentException("unknown command " + command.getClass());
    }

    private static Optional<Verdict> dispatch(Draft draft, SiteCommand command) {
        if (command instanceof SiteCommand.Acknowledge acknowledge) {
            return Answers.acknowledge(draft, acknowledge);
        } else if (command instanceof SiteCommand.Decline decline) {
            return Answers.decline(draft, decline);
        } else if (command instanceof SiteCommand.ReportDeployment report) {
            return SiteReports.deployed(draft, report);
        } else if (command instanceof SiteCommand.ReportUndeployment report) {
            return SiteReports.undeployed(draft, report);
        } else if (command instanceof SiteCommand.ReportWorking report) {
            return SiteReports.working(draft, report);
        } else if (command instanceof SiteCommand.WaiveObligation waive) {
            return Recounting.waive(draft, waive);
        } else if (command instanceof SiteCommand.RecordMissedFault missed) {
            return Recounting.missedFault(draft, missed);
        }
        throw new IllegalArgumentException("unknown command " + command.getClass());
    }
}
