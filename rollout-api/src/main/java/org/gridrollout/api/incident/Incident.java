package org.gridrollout.api.incident;

import java.time.Instant;
import java.util.Optional;
import org.gridrollout.api.Violations;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.Stage;

/**
 * A problem with a release, as filed and decided.
 *
 * @param installedFrom which repository the site installed from; kept for the record, changes no decision
 * @param affected the exact package it is about, if known
 * @param workaround how sites can live with it; empty if there is none
 * @param inheritedFrom the older release whose open incident this is, or empty
 */
public record Incident(
        IncidentId id,
        Actor filedBy,
        Instant filedAt,
        String summary,
        Stage installedFrom,
        Optional<Nevra> affected,
        Criticality criticality,
        Optional<Instant> decidedAt,
        String reason,
        String workaround,
        String inheritedFrom) {

    public Incident {
        Violations.of("Incident " + id)
                .unless(!summary.isBlank(), "summary must not be blank")
                .unless(summary.length() <= 4_000, "summary must be at most 4000 characters, was %d", summary.length())
                .unless(
                        (criticality == Criticality.UNDECIDED) == decidedAt.isEmpty(),
                        "criticality %s does not go with its decision",
                        criticality)
                .throwIfAny();
    }

    /** Whether the MU still has to decide. */
    public boolean isUndecided() {
        return criticality == Criticality.UNDECIDED;
    }

    /** The same incident, decided. */
    public Incident decided(Criticality how, Instant at, String why, String livingWithIt) {
        return new Incident(
                id,
                filedBy,
                filedAt,
                summary,
                installedFrom,
                affected,
                how,
                Optional.of(at),
                why,
                livingWithIt,
                inheritedFrom);
    }

    /** The same incident, open again on a newer release until somebody decides it there. */
    public Incident inheritedBy(String olderRelease) {
        return new Incident(
                id,
                filedBy,
                filedAt,
                summary,
                installedFrom,
                affected,
                Criticality.UNDECIDED,
                Optional.empty(),
                "",
                workaround,
                olderRelease);
    }
}
