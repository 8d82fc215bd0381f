package org.gridrollout.api.command;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridrollout.api.Violations;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.verdict.RuleId;

/** What may be asked for one rollout. */
public sealed interface RolloutCommand extends Command {

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
            requireReason("AnnounceToNobody", reason);
        }
    }

    /** A site says that it runs the release. */
    record ReportDeployment(ReleaseId releaseId, SiteId site, Actor actor) implements RolloutCommand {}

    /** A site says that it no longer runs the release. */
    record ReportUndeployment(ReleaseId releaseId, SiteId site, Actor actor) implements RolloutCommand {}

    /** A site says that the release works for it. */
    record ReportWorking(ReleaseId releaseId, SiteId site, String comment, Actor actor) implements RolloutCommand {}

    /**
     * Anybody files a problem, at any stage, through this one channel.
     *
     * @param installedFrom which repository it was installed from; for the record only
     * @param affected the exact package, if known
     */
    record FileIncident(
            ReleaseId releaseId,
            IncidentId incident,
            String summary,
            Stage installedFrom,
            Optional<Nevra> affected,
            Actor actor)
            implements RolloutCommand {
        public FileIncident {
            requireReason("FileIncident", summary);
        }
    }

    /**
     * The MU decides how bad an incident is.
     *
     * @param criticality NON_CRITICAL or CRITICAL
     * @param workaround how sites can live with it; may be empty
     */
    record DecideCriticality(
            ReleaseId releaseId,
            IncidentId incident,
            Criticality criticality,
            String reason,
            String workaround,
            Actor actor)
            implements RolloutCommand {
        public DecideCriticality {
            Violations.of("DecideCriticality")
                    .unless(criticality != Criticality.UNDECIDED, "must decide: NON_CRITICAL or CRITICAL")
                    .unless(!reason.isBlank(), "reason must not be blank")
                    .throwIfAny();
        }
    }

    /** The MU lowers a faulty release's criticality; needs a second person of the MU. */
    record LowerCriticality(ReleaseId releaseId, IncidentId incident, String reason, Actor secondPerson, Actor actor)
            implements RolloutCommand {
        public LowerCriticality {
            requireReason("LowerCriticality", reason);
        }
    }

    /**
     * The MU stops a rollout.
     *
     * @param until when it has to be looked at again
     */
    record PutOnHold(ReleaseId releaseId, String reason, Instant until, Actor actor) implements RolloutCommand {
        public PutOnHold {
            requireReason("PutOnHold", reason);
        }
    }

    /** The MU lets a held rollout go on. */
    record ReleaseHold(ReleaseId releaseId, String reason, Actor actor) implements RolloutCommand {
        public ReleaseHold {
            requireReason("ReleaseHold", reason);
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

    /** The MU permits this release to pass a rule. Integrity rules cannot be waived. */
    record Waive(ReleaseId releaseId, RuleId rule, String reason, Instant expiresAt, Actor actor)
            implements RolloutCommand {
        public Waive {
            requireReason("Waive", reason);
        }
    }

    /** The MU clears an announced release before its period is over, on sites' explicit reports. */
    record ClearEarly(ReleaseId releaseId, Actor actor) implements RolloutCommand {}

    /** The MU declares an emergency: evidence is not waited for, obligations run on, integrity rules hold. */
    record Expedite(ReleaseId releaseId, String reason, Actor actor) implements RolloutCommand {
        public Expedite {
            requireReason("Expedite", reason);
        }
    }

    /** The MU moves a good release to production. */
    record Promote(ReleaseId releaseId, Actor actor) implements RolloutCommand {}

    /** The product team takes a release back before production. */
    record Withdraw(ReleaseId releaseId, String reason, Actor actor) implements RolloutCommand {
        public Withdraw {
            requireReason("Withdraw", reason);
        }
    }

    /** The MU lets a newer release take the place of a good one. */
    record ConsentToSupersede(ReleaseId releaseId, ReleaseId newer, Actor actor) implements RolloutCommand {}

    /** The MU takes a release in production out of support. */
    record Retire(ReleaseId releaseId, String reason, Actor actor) implements RolloutCommand {
        public Retire {
            requireReason("Retire", reason);
        }
    }

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

    private static void requireReason(String subject, String reason) {
        Violations.of(subject)
                .unless(!reason.isBlank(), "reason must not be blank")
                .unless(reason.length() <= 4_000, "reason must be at most 4000 characters, was %d", reason.length())
                .throwIfAny();
    }
}
