package org.gridrollout.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.gridrollout.api.command.RolloutCommand;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.Generation;
import org.gridrollout.api.publication.PublicationResult;
import org.gridrollout.api.rollout.PendingPublication;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.PackageRepository;
import org.gridrollout.api.spi.VersionScheme;

/**
 * Carries pending publications out: the repository's commit point lies between the decision and its confirmation, and a
 * crash on either side of it is mended by doing the same again.
 */
final class Publisher implements Publications {

    private static final int ATTEMPTS = 100;

    private final PackageRepository repository;
    private final VersionScheme versions;
    private final Candidates candidates;
    private final Optional<Installing> installing;
    private final boolean strictBeta;

    Publisher(
            PackageRepository repository,
            VersionScheme versions,
            Candidates candidates,
            Optional<Installing> installing,
            boolean strictBeta) {
        this.repository = repository;
        this.versions = versions;
        this.candidates = candidates;
        this.installing = installing;
        this.strictBeta = strictBeta;
    }

    @Override
    public boolean settleFirst(Rollout rollout, Consumer<RolloutCommand> answer) {
        PendingPublication pending = rollout.pending().get(0);
        ChangeSet changeSet = pending.changeSet();
        Optional<String> unwanted = unwanted(rollout);
        PublicationResult result = pending.revokes().isPresent()
                ? revoke(pending.revokes().get(), changeSet)
                : unwanted.isPresent() ? cancel(changeSet, List.of(unwanted.get())) : publish(changeSet);
        if (result instanceof PublicationResult.Published published) {
            answer.accept(confirm(rollout, changeSet, published.generation()));
        } else if (result instanceof PublicationResult.AlreadyPublished before) {
            answer.accept(confirm(rollout, changeSet, before.generation()));
        } else if (result instanceof PublicationResult.Refused refused) {
            answer.accept(
                    new RolloutCommand.AbortPublication(rollout.id(), changeSet.id(), refused.reasons(), Actor.SYSTEM));
        } else {
            throw new IllegalStateException("unexpected answer " + result);
        }
        return true;
    }

    /**
     * A critical incident that came in after the promotion was decided stops it, if that is still possible; also one of a
     * release that goes together with this one.
     */
    private Optional<String> unwanted(Rollout rollout) {
        return rollout.state() == RolloutState.PROMOTING
                ? carriedBy(rollout.pending().get(0).changeSet(), rollout).stream()
                        .flatMap(each -> each.criticalIncidents().stream())
                        .findFirst()
                        .map(each -> "Incident " + each.id() + " is critical: " + each.summary())
                : Optional.empty();
    }

    /** The releases that the change set brings to production. */
    private List<Rollout> carriedBy(ChangeSet changeSet, Rollout rollout) {
        if (changeSet.add().size() <= rollout.release().packages().size()) {
            return List.of(rollout); // goes alone, as mostly
        }
        return candidates.find(changeSet.platform(), Set.of(RolloutState.PROMOTING)).stream()
                .filter(other -> other.pending().stream()
                        .anyMatch(each -> each.changeSet().id().equals(changeSet.id())))
                .toList();
    }

    private PublicationResult publish(ChangeSet changeSet) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Generation now = repository.current(changeSet.stage(), changeSet.platform());
            List<String> problems = new ArrayList<>(falls(changeSet, now));
            problems.addAll(breakages(changeSet, now));
            if (!problems.isEmpty()) {
                return cancel(changeSet, problems);
            }
            PublicationResult result = repository.publish(changeSet, now.number());
            if (!(result instanceof PublicationResult.Conflict)) {
                return result;
            }
        }
        throw new ContentionException("Publication " + changeSet.id(), ATTEMPTS);
    }

    /** What the repository has, however it came there, is looked at again: versions only go up. */
    private List<String> falls(ChangeSet changeSet, Generation now) {
        List<String> falls = new ArrayList<>();
        for (PackageRef offered : now.packages()) {
            for (PackageRef added : changeSet.add()) {
                if (offered.component().equals(added.component())
                        && offered.nevra().arch().equals(added.nevra().arch())
                        && !offered.equals(added)
                        && versions.compare(added.nevra().evr(), offered.nevra().evr()) <= 0) {
                    falls.add(added + " is not higher than " + offered + " in "
                            + now.stage().path() + ".");
                }
            }
        }
        return falls;
    }

    /** So is what clients could install: the generation compared and published on is this one. */
    private List<String> breakages(ChangeSet changeSet, Generation now) {
        boolean guarded = changeSet.stage() == Stage.PRODUCTION
                || (strictBeta && !changeSet.add().isEmpty());
        return guarded ? installing.map(each -> each.problems(changeSet, now)).orElse(List.of()) : List.of();
    }

    /** Refused for these reasons, unless clients have seen it already. */
    private PublicationResult cancel(ChangeSet changeSet, List<String> reasons) {
        PublicationResult result = repository.cancel(changeSet);
        return result instanceof PublicationResult.Cancelled ? new PublicationResult.Refused(reasons) : result;
    }

    /** Nothing to take back if the earlier change never became visible. */
    private PublicationResult revoke(ChangeSet earlier, ChangeSet removal) {
        return repository.cancel(earlier) instanceof PublicationResult.Cancelled
                ? new PublicationResult.AlreadyPublished(
                        repository.current(removal.stage(), removal.platform()).number())
                : publish(removal);
    }

    private static RolloutCommand confirm(Rollout rollout, ChangeSet changeSet, long generation) {
        return new RolloutCommand.ConfirmPublication(rollout.id(), changeSet.id(), generation, Actor.SYSTEM);
    }
}
