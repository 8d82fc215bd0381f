package org.gridrollout.core.scenario;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.publication.Advisory;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.Generation;
import org.gridrollout.api.publication.PublicationResult;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.PackageRepository;

/** Remembers what clients were told of the packages it was given. */
final class TellingRepository implements PackageRepository {

    final List<ChangeSet> changes = new ArrayList<>();
    private final PackageRepository behind;

    TellingRepository(PackageRepository behind) {
        this.behind = behind;
    }

    /** What was told last of a release at that stage. */
    Advisory told(ReleaseId release, Stage stage) {
        return changes.stream()
                .filter(each -> each.stage() == stage)
                .flatMap(each -> each.advisories().stream())
                .filter(each -> each.id().equals(release.value()))
                .reduce((first, last) -> last)
                .orElseThrow();
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
        changes.add(change);
        return behind.publish(change, expectedGeneration);
    }

    @Override
    public PublicationResult cancel(ChangeSet change) {
        return behind.cancel(change);
    }
}
