package org.gridrollout.api.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.Violations;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Stage;
import org.immutables.value.Value;

/**
 * A problem with a release, as filed and decided.
 *
 * @param installedFrom which repository the site installed from; kept for the record, changes no decision
 * @param affected the exact packages it is about, at least one
 * @param criticality UNDECIDED until the MU decided it; an incident that is no problem, or a duplicate, stays UNDECIDED
 * @param decidedAt when the MU last decided on it; absent while it is undecided
 * @param reason why it was decided so; empty while it is undecided
 * @param workaround how sites can live with it; empty if there is none
 * @param inheritedFrom the older release whose open incident this is
 * @param original the incident this one is a duplicate of
 * @param question what the MU asked last
 * @param resolvedBy the release in production that no longer has it
 * @param loweringProposedBy who of the MU proposed to lower its criticality
 */
@Value.Builder
public record Incident(
        IncidentId id,
        Actor filedBy,
        Instant filedAt,
        String summary,
        Stage installedFrom,
        List<Nevra> affected,
        Status status,
        Criticality criticality,
        Optional<Instant> decidedAt,
        String reason,
        String workaround,
        Optional<ReleaseId> inheritedFrom,
        Optional<IncidentId> original,
        Optional<Question> question,
        Optional<ReleaseId> resolvedBy,
        Optional<Actor> loweringProposedBy)
        implements WithIncident {

    /** How it stands. */
    public enum Status {
        /** To be decided by the MU. */
        FILED,
        /** To be decided by the MU, which waits for an answer until a deadline. */
        NEEDS_INFO,
        /** Its criticality is decided. */
        DECIDED,
        NOT_A_PROBLEM,
        /** The same as another one, which is decided for both. */
        DUPLICATE,
        /** A newer release in production no longer has it. */
        RESOLVED,
        CLOSED
    }

    public Incident {
        affected = List.copyOf(affected);
        boolean open = status == Status.FILED || status == Status.NEEDS_INFO;
        Violations.of("Incident " + id)
                .unless(!summary.isBlank(), "summary must not be blank")
                .unless(summary.length() <= 4_000, "summary must be at most 4000 characters, was %d", summary.length())
                .unless(!affected.isEmpty(), "must affect a package")
                .unless(open == decidedAt.isEmpty(), "status %s does not go with its decision", status)
                .unless(!open || criticality == Criticality.UNDECIDED, "is %s without a decision", criticality)
                .unless(
                        status != Status.DECIDED || criticality != Criticality.UNDECIDED,
                        "is decided without a criticality")
                .unless(status != Status.DUPLICATE || original.isPresent(), "is a duplicate of nothing")
                .throwIfAny();
    }

    /** A problem as it is filed. */
    public static Incident filed(
            IncidentId id, Actor by, Instant at, String summary, Stage installedFrom, List<Nevra> affected) {
        return new IncidentBuilder()
                .id(id)
                .filedBy(by)
                .filedAt(at)
                .summary(summary)
                .installedFrom(installedFrom)
                .affected(affected)
                .status(Status.FILED)
                .criticality(Criticality.UNDECIDED)
                .reason("")
                .workaround("")
                .build();
    }

    /** Whether the MU still has to decide. */
    public boolean isUndecided() {
        return status == Status.FILED || status == Status.NEEDS_INFO;
    }

    /** The same incident, decided. */
    public Incident decided(Criticality how, Instant at, String why, String livingWithIt) {
        return new IncidentBuilder()
                .from(this)
                .status(Status.DECIDED)
                .criticality(how)
                .decidedAt(at)
                .reason(why)
                .workaround(livingWithIt)
                .original(Optional.empty())
                .loweringProposedBy(Optional.empty())
                .build();
    }

    /** The same incident, found to be no problem of the release. */
    public Incident dismissed(Instant at, String why) {
        return new IncidentBuilder()
                .from(this)
                .status(Status.NOT_A_PROBLEM)
                .criticality(Criticality.UNDECIDED)
                .decidedAt(at)
                .reason(why)
                .build();
    }

    /** The same incident, found to be another one over again. */
    public Incident duplicateOf(IncidentId other, Instant at) {
        return new IncidentBuilder()
                .from(this)
                .status(Status.DUPLICATE)
                .criticality(Criticality.UNDECIDED)
                .decidedAt(at)
                .reason("the same as " + other)
                .original(other)
                .build();
    }

    /** The same incident, open again on a newer release until somebody decides it there. */
    public Incident inheritedBy(ReleaseId olderRelease, List<Nevra> newerPackages) {
        return filed(id, filedBy, filedAt, summary, installedFrom, newerPackages)
                .withWorkaround(workaround)
                .withInheritedFrom(olderRelease);
    }
}
