package org.gridrollout.filesystem;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.PublicationResult;
import org.gridrollout.api.publication.PublicationResult.Conflict;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.PackageRepository;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.filesystem.upkeep.ImportReport;
import org.gridrollout.filesystem.upkeep.OnRefusal;

/** Publishes what an import took in, once. */
final class ImportPublication {

    private static final int ATTEMPTS = 100;
    private static final long NO_GENERATION = -1;

    private final PackageRepository repository;
    private final Stage stage;
    private final Platform platform;

    ImportPublication(PackageRepository repository, Stage stage, Platform platform) {
        this.repository = repository;
        this.stage = stage;
        this.platform = platform;
    }

    ImportReport publish(Import packages, OnRefusal onRefusal) {
        List<PackageRef> taken = packages.taken();
        Optional<PublicationResult> result = before(packages);
        boolean wanted = packages.refused().isEmpty() || onRefusal == OnRefusal.PUBLISH_THE_OTHERS;
        if (result.isEmpty() && wanted && !taken.isEmpty()) {
            result = publish(new ChangeSet(packages.id(), stage, platform, taken, List.of()));
        }
        return new ImportReport(taken, packages.refused(), result);
    }

    /** What became of the same import earlier. */
    private Optional<PublicationResult> before(Import packages) {
        if (packages.everTaken().isEmpty()) {
            return Optional.empty();
        }
        ChangeSet same = new ChangeSet(packages.id(), stage, platform, packages.everTaken(), List.of());
        PublicationResult result = repository.publish(same, NO_GENERATION);
        return result instanceof Conflict ? Optional.empty() : Optional.of(result);
    }

    /** Nothing if all of it is offered, if by other change sets. */
    private Optional<PublicationResult> publish(ChangeSet change) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<PackageRef> offered = repository.current(stage, platform).packages();
            Set<PackageRef> missing = new HashSet<>(change.add());
            offered.forEach(missing::remove);
            if (missing.isEmpty()) {
                return Optional.empty();
            }
            PublicationResult result = repository.publish(
                    change, repository.current(stage, platform).number());
            if (!(result instanceof Conflict)) {
                return Optional.of(result);
            }
        }
        throw new RepositoryException("Others published to " + stage.path() + " " + platform + " " + ATTEMPTS
                + " times while packages were imported to it; import again when it is quieter");
    }
}
