package org.gridrollout.core.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Signature;
import org.gridrollout.api.software.Signature.Trust;
import org.gridrollout.api.spi.PackageRepository;
import org.gridrollout.api.spi.RepositoryException;

/** What a repository says of the signatures of releases that may still go into production. */
final class Signatures {

    private final PackageRepository repository;

    Signatures(PackageRepository repository) {
        this.repository = repository;
    }

    /** By package; one of which the repository says nothing is left out. Nothing of releases past that point. */
    Map<PackageRef, Signature> of(Stream<Rollout> rollouts) {
        Map<PackageRef, Signature> signatures = new LinkedHashMap<>();
        rollouts.filter(each -> each.state().isBeforeProduction())
                .flatMap(each -> each.release().packages().stream())
                .distinct()
                .forEach(each -> of(each).ifPresent(found -> signatures.put(each, found)));
        return signatures;
    }

    /** A repository in trouble must not keep people from reporting an incident: only what depends on it has to wait. */
    private Optional<Signature> of(PackageRef ref) {
        try {
            return repository.signature(ref.sha256());
        } catch (RepositoryException e) {
            return Optional.of(new Signature(
                    Trust.UNKNOWN, "its signature could not be checked: " + e.getMessage() + ".", Set.of()));
        }
    }
}
