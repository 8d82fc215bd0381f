package org.gridrollout.core.scenario;

import java.io.InputStream;
import java.util.ArrayList;
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

/** Publishes, and then fails before it can say so. */
final class CrashingRepository implements PackageRepository {

    private final PackageRepository behind;
    private final List<Stage> published = new ArrayList<>();
    private boolean crashing;

    CrashingRepository(PackageRepository behind) {
        this.behind = behind;
    }

    void crashAfterPublishing() {
        crashing = true;
    }

    long publications(Stage stage) {
        return published.stream().filter(stage::equals).count();
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
        PublicationResult result = behind.publish(change, expectedGeneration);
        if (result instanceof PublicationResult.Published) {
            published.add(change.stage());
        }
        if (crashing) {
            crashing = false;
            throw new RepositoryException("power cut");
        }
        return result;
    }

    @Override
    public PublicationResult cancel(ChangeSet change) {
        return behind.cancel(change);
    }
}
