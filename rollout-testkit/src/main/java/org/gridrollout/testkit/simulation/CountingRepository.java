package org.gridrollout.testkit.simulation;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.Generation;
import org.gridrollout.api.publication.PublicationResult;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.PackageRepository;

/** A repository that counts how often each change set became visible. Thread-safe. */
final class CountingRepository implements PackageRepository {

    private final PackageRepository repository;
    private final Map<String, Integer> published = new ConcurrentSkipListMap<>();

    CountingRepository(PackageRepository repository) {
        this.repository = repository;
    }

    /** By change set. */
    Map<String, Integer> published() {
        return new TreeMap<>(published);
    }

    @Override
    public PublicationResult publish(ChangeSet change, long expectedGeneration) {
        PublicationResult result = repository.publish(change, expectedGeneration);
        if (result instanceof PublicationResult.Published) {
            published.merge(change.id().toString(), 1, Integer::sum);
        }
        return result;
    }

    @Override
    public PublicationResult cancel(ChangeSet change) {
        return repository.cancel(change);
    }

    @Override
    public SoftwarePackage intake(InputStream content, String origin) {
        return repository.intake(content, origin);
    }

    @Override
    public Optional<SoftwarePackage> describe(Sha256 sha256) {
        return repository.describe(sha256);
    }

    @Override
    public Generation current(Stage stage, Platform platform) {
        return repository.current(stage, platform);
    }
}
