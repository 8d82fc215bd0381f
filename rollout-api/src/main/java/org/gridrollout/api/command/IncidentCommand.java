package org.gridrollout.api.command;

import java.time.Instant;
import java.util.Optional;
import org.gridrollout.api.Violations;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Stage;

/** One channel for problems at every stage: anybody files, the MU decides. */
public sealed interface IncidentCommand extends RolloutCommand {

    /** The incident it is about. */
    IncidentId incident();

    /**
     * Anybody files a problem, at any stage. Never refused: a problem on record is worth more than a form filled in well.
     *
     * @param installedFrom which repository it was installed from; for the record only
     * @param affected the exact package, if known; all packages of the release if absent or not one of them
     */
    record FileIncident(
            ReleaseId releaseId,
            IncidentId incident,
            String summary,
            Stage installedFrom,
            Optional<Nevra> affected,
            Actor actor)
            implements IncidentCommand {
        public FileIncident {
            Reason.check(Violations.of("FileIncident"), "summary", summary).throwIfAny();
        }
    }

    /**
     * The MU decides how bad an incident is. A criticality may rise at any time; see {@link LowerCriticality}.
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
            implements IncidentCommand {
        public DecideCriticality {
            Reason.check(Violations.of("DecideCriticality"), "reason", reason)
                    .unless(criticality != Criticality.UNDECIDED, "must decide: NON_CRITICAL or CRITICAL")
                    .unless(
                            workaround.length() <= 4_000,
                            "workaround must be at most 4000 characters, was %d",
                            workaround.length())
                    .throwIfAny();
        }
    }

    /**
     * The MU lowers the criticality of a faulty release's incident. It takes two persons: the first one's command proposes
     * it, the same command by somebody else of the MU carries it out.
     */
    record LowerCriticality(ReleaseId releaseId, IncidentId incident, String reason, Actor actor)
            implements IncidentCommand {
        public LowerCriticality {
            Reason.require("LowerCriticality", reason);
        }
    }

    /** The MU finds that it is no problem of this release. */
    record Dismiss(ReleaseId releaseId, IncidentId incident, String reason, Actor actor) implements IncidentCommand {
        public Dismiss {
            Reason.require("Dismiss", reason);
        }
    }

    /**
     * The MU finds that it is the same problem as another incident of this release, which is decided for both.
     *
     * @param original the other one; not itself a duplicate
     */
    record MarkDuplicate(ReleaseId releaseId, IncidentId incident, IncidentId original, Actor actor)
            implements IncidentCommand {
        public MarkDuplicate {
            Violations.of("MarkDuplicate")
                    .unless(!incident.equals(original), "%s cannot be a duplicate of itself", incident)
                    .throwIfAny();
        }
    }

    /**
     * The MU cannot decide without knowing more; whoever filed it is asked.
     *
     * @param answerBy when the MU decides without an answer; in the future
     */
    record AskForInformation(ReleaseId releaseId, IncidentId incident, String question, Instant answerBy, Actor actor)
            implements IncidentCommand {
        public AskForInformation {
            Reason.check(Violations.of("AskForInformation"), "question", question)
                    .throwIfAny();
        }
    }

    /** Whoever was asked, or the MU on its behalf, tells more. */
    record ProvideInformation(ReleaseId releaseId, IncidentId incident, String answer, Actor actor)
            implements IncidentCommand {
        public ProvideInformation {
            Reason.check(Violations.of("ProvideInformation"), "answer", answer).throwIfAny();
        }
    }

    /** The MU closes an incident that was decided; nothing more is expected of it. */
    record CloseIncident(ReleaseId releaseId, IncidentId incident, String reason, Actor actor)
            implements IncidentCommand {
        public CloseIncident {
            Reason.require("CloseIncident", reason);
        }
    }
}
