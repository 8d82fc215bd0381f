package org.gridrollout.api.command;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gridrollout.api.Violations;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.rollout.CheckResult;
import org.gridrollout.api.rollout.Scope;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.verdict.RuleId;

/** What may be asked for one rollout. */
public sealed interface RolloutCommand extends Command
        permits RolloutCommand.Contribute,
                RolloutCommand.Announce,
                RolloutCommand.AnnounceToNobody,
                RolloutCommand.PutOnHold,
                RolloutCommand.ReleaseHold,
                RolloutCommand.Extend,
                RolloutCommand.AddSites,
                RolloutCommand.Waive,
                RolloutCommand.ClearEarly,
                RolloutCommand.Expedite,
                RolloutCommand.Promote,
                RolloutCommand.Withdraw,
                RolloutCommand.ConsentToSupersede,
                RolloutCommand.ConfirmPublication,
                RolloutCommand.AbortPublication,
                RolloutCommand.RecordCheck,
                SiteCommand,
                IncidentCommand,
                RestorationCommand,
                RetirementCommand {

    /** The rollout it is about. */
    ReleaseId releaseId();

    /** The product team offers a release. */
    record Contribute(Release release, Actor actor) implements RolloutCommand {
        @Override
        public ReleaseId releaseId() {
            return release.id();
        }
    }

    /**
     * The MU announces a release to rollout sites.
     *
     * @param sites which of the enrolled sites; empty for all of them
     */
    record Announce(ReleaseId releaseId, Set<SiteId> sites, Actor actor) implements RolloutCommand {
        public Announce {
            sites = Set.copyOf(sites);
        }

        /** Announces to all sites enrolled for the product. */
        public static Announce of(ReleaseId release, Actor actor) {
            return new Announce(release, Set.of(), actor);
        }
    }

    /** The MU decides to go on without any rollout site; the release becomes inconclusive at once. */
    record AnnounceToNobody(ReleaseId releaseId, String reason, Actor actor) implements RolloutCommand {
        public AnnounceToNobody {
            Reason.require("AnnounceToNobody", reason);
        }
    }

    /**
     * The MU stops a rollout.
     *
     * @param until when it has to be looked at again
     */
    record PutOnHold(ReleaseId releaseId, String reason, Instant until, Actor actor) implements RolloutCommand {
        public PutOnHold {
            Reason.require("PutOnHold", reason);
        }
    }

    /** The MU lets a held rollout go on. */
    record ReleaseHold(ReleaseId releaseId, String reason, Actor actor) implements RolloutCommand {
        public ReleaseHold {
            Reason.require("ReleaseHold", reason);
        }
    }

    /** The MU gives an inconclusive rollout more time; its sites' reports are due again after it. */
    record Extend(ReleaseId releaseId, Duration by, String reason, Actor actor) implements RolloutCommand {
        public Extend {
            Violations.of("Extend")
                    .unless(!by.isNegative() && !by.isZero(), "by must be positive, was %s", by)
                    .unless(!reason.isBlank(), "reason must not be blank")
                    .throwIfAny();
        }
    }

    /** The MU adds enrolled sites to a rollout that is announced or inconclusive. */
    record AddSites(ReleaseId releaseId, Set<SiteId> sites, Actor actor) implements RolloutCommand {
        public AddSites {
            sites = Set.copyOf(sites);
            Violations.of("AddSites")
                    .unless(!sites.isEmpty(), "must name a site")
                    .throwIfAny();
        }
    }

    /**
     * The MU permits this release to pass a rule. Integrity rules cannot be waived.
     *
     * @param scope at which gate it counts
     */
    record Waive(ReleaseId releaseId, RuleId rule, Scope scope, String reason, Instant expiresAt, Actor actor)
            implements RolloutCommand {
        public Waive {
            Reason.require("Waive", reason);
        }
    }

    /** The MU clears an announced release before its period is over, on sites' explicit reports. */
    record ClearEarly(ReleaseId releaseId, Actor actor) implements RolloutCommand {}

    /** The MU declares an emergency: evidence is not waited for, obligations run on, integrity rules hold. */
    record Expedite(ReleaseId releaseId, String reason, Actor actor) implements RolloutCommand {
        public Expedite {
            Reason.require("Expedite", reason);
        }
    }

    /**
     * The MU moves a good release to production, alone or together with others: all of them in one change that clients see
     * at once, or none.
     *
     * @param with releases of other products on the same platform that go with it; mostly none
     */
    record Promote(ReleaseId releaseId, Set<ReleaseId> with, Actor actor) implements RolloutCommand {
        public Promote {
            with = Collections.unmodifiableSortedSet(new TreeSet<>(with));
            Violations.of("Promote " + releaseId)
                    .unless(!with.contains(releaseId), "cannot go together with itself")
                    .throwIfAny();
        }

        /** Alone. */
        public Promote(ReleaseId releaseId, Actor actor) {
            this(releaseId, Set.of(), actor);
        }
    }

    /** The product team takes a release back before production. */
    record Withdraw(ReleaseId releaseId, String reason, Actor actor) implements RolloutCommand {
        public Withdraw {
            Reason.require("Withdraw", reason);
        }
    }

    /** The MU lets a newer release take the place of a good one. */
    record ConsentToSupersede(ReleaseId releaseId, ReleaseId newer, Actor actor) implements RolloutCommand {}

    /** The engine: a repository carried a change out, so that clients see it. */
    record ConfirmPublication(ReleaseId releaseId, ChangeSetId changeSet, long generation, Actor actor)
            implements RolloutCommand {}

    /** The engine: a repository refused a change; nothing was visible. */
    record AbortPublication(ReleaseId releaseId, ChangeSetId changeSet, List<String> reasons, Actor actor)
            implements RolloutCommand {
        public AbortPublication {
            reasons = List.copyOf(reasons);
        }
    }

    /** The MU hands in what a check outside this library said of the release. */
    record RecordCheck(ReleaseId releaseId, CheckResult result, Actor actor) implements RolloutCommand {}
}
