package org.gridrollout.filesystem;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.Generation;
import org.gridrollout.api.publication.PublicationResult;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.PackageRepository;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.testkit.faults.Fault;
import org.gridrollout.testkit.faults.FaultyDisk;
import org.gridrollout.testkit.faults.Survival;

/**
 * A repository whose process stops or whose power fails at a random step of some of its work; then it is opened again. What
 * was being taken in is sent again by whoever sent it; what was being published is for the engine to find out.
 */
final class CrashingRepository implements PackageRepository {

    private static final double SHARE = 0.5;
    private static final int LONGEST = 70;

    private final FaultyDisk disk = FaultyDisk.empty();
    private final Random random;
    private FilesystemRepository repository = open();
    private int crashes;

    CrashingRepository(long seed) {
        this.random = new Random(seed);
    }

    int crashes() {
        return crashes;
    }

    @Override
    public SoftwarePackage intake(InputStream content, String origin) {
        byte[] file = bytes(content);
        while (true) {
            try {
                return atRisk(() -> repository.intake(new ByteArrayInputStream(file), origin));
            } catch (RepositoryException crashed) {
                continue;
            }
        }
    }

    @Override
    public PublicationResult publish(ChangeSet change, long expectedGeneration) {
        return atRisk(() -> repository.publish(change, expectedGeneration));
    }

    @Override
    public PublicationResult cancel(ChangeSet change) {
        return atRisk(() -> repository.cancel(change));
    }

    @Override
    public Optional<SoftwarePackage> describe(Sha256 sha256) {
        return repository.describe(sha256);
    }

    @Override
    public Generation current(Stage stage, Platform platform) {
        return repository.current(stage, platform);
    }

    private <T> T atRisk(Supplier<T> work) {
        if (random.nextDouble() < SHARE) {
            disk.failFrom(random.nextInt(LONGEST), Fault.STOPPED);
        }
        try {
            return work.get();
        } finally {
            if (disk.hasFailed()) {
                crashes++;
                end();
                repository = open();
            }
            disk.heal();
        }
    }

    private void end() {
        switch (random.nextInt(3)) {
            case 0 -> disk.restart();
            case 1 -> disk.losePower(Survival.nothing());
            default -> disk.losePower(Survival.anyOrder(random.nextLong()));
        }
    }

    private FilesystemRepository open() {
        return FilesystemRepository.open(
                disk.path("/srv/repository")); // with all its threads, where EveryStep has none
    }

    private static byte[] bytes(InputStream content) {
        try {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
