package org.gridrollout.core.lifecycle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.Installability;
import org.gridrollout.api.registry.Downtime;
import org.gridrollout.api.registry.Enrolment;
import org.gridrollout.api.registry.Product;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Signature;
import org.gridrollout.core.coverage.Cell;
import org.immutables.value.Value;

/**
 * What is known around a rollout and does not change while something is decided on it.
 *
 * @param product what is known of the rollout's product
 * @param enrolments its enrolments, current and past
 * @param downtimes what sites that owe something declared; only needed for those that are overdue
 * @param needed where the releases are that the rollout's release needs
 * @param needing what in production needs packages of the release, a sentence each; only needed where it may be taken out
 * @param signatures what the repository says of packages' signatures; only needed of those not in production yet
 * @param namesakes packages that were exposed on the platform under the very names of the release's; only needed where it
 *     is contributed
 * @param production what a release's promotion would do to production, by release; without those where that is not looked at
 * @param beta what its contribution would do to beta; absent where that is not looked at
 * @param jointly what production is changed by if the release goes there together with others
 * @param coverage which rollout sites the release's product has on its platform; only needed to explain
 */
@Value.Builder
public record Surroundings(
        Optional<Product> product,
        List<Enrolment> enrolments,
        Map<SiteId, List<Downtime>> downtimes,
        Map<ReleaseId, RolloutState> needed,
        List<String> needing,
        Map<PackageRef, Signature> signatures,
        List<Namesake> namesakes,
        Map<ReleaseId, Installability> production,
        Optional<Installability> beta,
        Optional<ChangeSet> jointly,
        Optional<Cell> coverage)
        implements WithSurroundings {

    public Surroundings {
        enrolments = List.copyOf(enrolments);
        downtimes = Collections.unmodifiableMap(new LinkedHashMap<>(downtimes));
        needed = Collections.unmodifiableMap(new LinkedHashMap<>(needed));
        needing = List.copyOf(needing);
        signatures = Map.copyOf(signatures);
        namesakes = List.copyOf(namesakes);
        production = Map.copyOf(production);
    }

    Optional<Installability> productionWith(ReleaseId promoted) {
        return production.isEmpty() ? Optional.empty() : Optional.ofNullable(production.get(promoted));
    }

    List<Downtime> downtimesOf(SiteId site) {
        return downtimes.getOrDefault(site, List.of());
    }
}
