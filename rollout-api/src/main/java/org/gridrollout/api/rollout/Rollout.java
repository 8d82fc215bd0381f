package org.gridrollout.api.rollout;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.incident.Criticality;
import org.gridrollout.api.incident.Incident;
import org.gridrollout.api.incident.IncidentId;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.sla.Duty;
import org.gridrollout.api.sla.Obligation;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.immutables.value.Value;

/**
 * The life of one release as known now: what folding its events gives. Immutable.
 *
 * @param stateSince when it came into its state
 * @param latestInstant the latest instant seen; the rollout's clock never runs backwards
 * @param hold why it stands still; present exactly while HELD
 * @param observation the period in which reports are due; absent before announcement and when announced to nobody
 * @param obligations all that were ever owed for it, in the order they began
 * @param answers what rollout sites answered to its announcement, the latest of each counting
 * @param emergency present if the MU decided not to wait for evidence
 * @param restoration what is owed after it was found faulty, if it ever was
 * @param restored the faulty release whose place it took in production, if it did
 * @param retirement the announced end of its support, if it was announced
 * @param pending decided changes to repositories, not confirmed yet, in order
 * @param supersededBy the release that took its place
 * @param checks what external checks said of it, in the order they were recorded
 */
@Value.Builder
public record Rollout(
        Release release,
        RolloutState state,
        Instant stateSince,
        Instant latestInstant,
        Optional<Hold> hold,
        Optional<Observation> observation,
        List<Obligation> obligations,
        List<Deployment> deployments,
        List<SiteReport> reports,
        List<Answer> answers,
        List<Incident> incidents,
        List<Waiver> waivers,
        Optional<Emergency> emergency,
        Optional<Restoration> restoration,
        Optional<Restored> restored,
        Optional<Retirement> retirement,
        List<PendingPublication> pending,
        Optional<ReleaseId> supersededBy,
        List<CheckResult> checks)
        implements WithRollout {

    public Rollout {
        obligations = List.copyOf(obligations);
        deployments = List.copyOf(deployments);
        reports = List.copyOf(reports);
        answers = List.copyOf(answers);
        incidents = List.copyOf(incidents);
        waivers = List.copyOf(waivers);
        pending = List.copyOf(pending);
        checks = List.copyOf(checks);
    }

    /**
     * The same having come into another state at that instant, which it keeps as the latest if it is; nothing holds it any
     * more. One copy where four single changes would make four.
     */
    public Rollout into(RolloutState to, Instant at) {
        return new Rollout(
                release,
                to,
                at,
                at.isAfter(latestInstant) ? at : latestInstant,
                Optional.empty(),
                observation,
                obligations,
                deployments,
                reports,
                answers,
                incidents,
                waivers,
                emergency,
                restoration,
                restored,
                retirement,
                pending,
                supersededBy,
                checks);
    }

    /** The release's name, which is the rollout's. */
    public ReleaseId id() {
        return release.id();
    }

    /** Incidents the MU still has to decide. */
    public List<Incident> undecidedIncidents() {
        return incidents.stream().filter(Incident::isUndecided).toList();
    }

    /** Incidents decided to be critical. */
    public List<Incident> criticalIncidents() {
        return withCriticality(Criticality.CRITICAL);
    }

    /** Decided, non-critical incidents: they travel with the release as its known issues. */
    public List<Incident> knownIssues() {
        return withCriticality(Criticality.NON_CRITICAL);
    }

    /** The incident of that name, if it was filed on this release. */
    public Optional<Incident> incident(IncidentId id) {
        return incidents.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Whether the site said that it does not take part, and was not asked again since. */
    public boolean isDeclinedBy(SiteId site) {
        return isDeclinedBy(site.value());
    }

    /** The same by the site's name, as obligations have it. */
    public boolean isDeclinedBy(String site) {
        for (int i = answers.size() - 1; i >= 0; i--) {
            Answer answer = answers.get(i);
            if (answer.site().value().equals(site)) {
                return answer.kind() == Answer.Kind.DECLINED && !askedAfter(answer);
            }
        }
        return false;
    }

    private boolean askedAfter(Answer answer) {
        for (Obligation each : obligations) {
            if (each.duty() == Duty.REPORT
                    && each.debtor().kind() == Party.Kind.SITE
                    && each.debtor().name().equals(answer.site().value())
                    && each.startedAt().isAfter(answer.at())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the site runs the release now. */
    public boolean isDeployedAt(SiteId site) {
        return deployments.stream()
                .anyMatch(each -> each.site().equals(site) && each.until().isEmpty());
    }

    private List<Incident> withCriticality(Criticality criticality) {
        if (incidents.isEmpty()) {
            return List.of();
        }
        return incidents.stream()
                .filter(each -> each.criticality() == criticality)
                .toList();
    }
}
