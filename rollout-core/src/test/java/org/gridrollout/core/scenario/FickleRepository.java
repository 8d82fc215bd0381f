package org.gridrollout.core.scenario;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.Generation;
import org.gridrollout.api.publication.PublicationResult;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.PackageRepository;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.core.memory.InMemoryPackageRepository;

/** Publishes, or cannot be reached, or refuses, or publishes and cannot be reached before it has said so. */
final class FickleRepository implements PackageRepository {

    private final PackageRepository behind = new InMemoryPackageRepository();
    private boolean away;
    private boolean leaving;
    private Optional<String> refusing = Optional.empty();

    void goAway() {
        away = true;
    }

    /** Before its next answer. */
    void goAwayAfterPublishing() {
        leaving = true;
    }

    void comeBack() {
        away = false;
    }

    void refuse(String reason) {
        refusing = Optional.of(reason);
    }

    @Override
    public SoftwarePackage intake(InputStream content, String origin) {
        return behind.intake(content, origin);
    }

    @Override
    public Optional<SoftwarePackage> describe(Sha256 sha256) {
        return behind.describe(sha256);
    }

    @Override
    public Generation current(Stage stage, Platform platform) {
        return behind.current(stage, platform);
    }

    @Override
    public PublicationResult publish(ChangeSet change, long expectedGeneration) {
        reached();
        PublicationResult result = refusing.<PublicationResult>map(each -> new PublicationResult.Refused(List.of(each)))
                .orElseGet(() -> behind.publish(change, expectedGeneration));
        away |= leaving;
        leaving = false;
        reached();
        return result;
    }

    @Override
    public PublicationResult cancel(ChangeSet change) {
        reached();
        return behind.cancel(change);
    }

    private void reached() {
        if (away) {
            throw new RepositoryException("no route to host");
        }
    }
}
