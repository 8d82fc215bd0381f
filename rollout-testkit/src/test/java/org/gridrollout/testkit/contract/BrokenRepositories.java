package org.gridrollout.testkit.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.Generation;
import org.gridrollout.api.publication.PublicationResult;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.PackageRepository;
import org.gridrollout.core.memory.InMemoryPackageRepository;

/** Repositories with one fault each, for the contract to find. */
final class BrokenRepositories {

    private BrokenRepositories() {}

    /** Passes everything on. */
    static class Sound implements PackageRepository {

        final PackageRepository sound = new InMemoryPackageRepository();

        @Override
        public SoftwarePackage intake(InputStream content, String origin) {
            return sound.intake(content, origin);
        }

        @Override
        public Optional<SoftwarePackage> describe(Sha256 sha256) {
            return sound.describe(sha256);
        }

        @Override
        public Generation current(Stage stage, Platform platform) {
            return sound.current(stage, platform);
        }

        @Override
        public PublicationResult publish(ChangeSet change, long expectedGeneration) {
            return sound.publish(change, expectedGeneration);
        }

        @Override
        public PublicationResult cancel(ChangeSet change) {
            return sound.cancel(change);
        }
    }

    /** Says that it will not, and does. */
    static final class ForgetsCancellations extends Sound {

        @Override
        public PublicationResult cancel(ChangeSet change) {
            sound.cancel(
                    new ChangeSet(Packages.newId(), change.stage(), change.platform(), change.add(), change.remove()));
            return new PublicationResult.Cancelled();
        }
    }

    /** Says that it did, always the same. */
    static final class DoesNothing extends Sound {

        private static final byte[] ANY = InMemoryPackageRepository.packageFile(Packages.nevra("any", "1"));

        @Override
        public SoftwarePackage intake(InputStream content, String origin) {
            try {
                content.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Packages.intake(new InMemoryPackageRepository(), ANY);
        }

        @Override
        public PublicationResult publish(ChangeSet change, long expectedGeneration) {
            return new PublicationResult.Published(expectedGeneration + 1);
        }

        @Override
        public PublicationResult cancel(ChangeSet change) {
            return new PublicationResult.Cancelled();
        }
    }

    /** Does not know a change set again. */
    static final class PublishesAgain extends Sound {

        @Override
        public PublicationResult publish(ChangeSet change, long expectedGeneration) {
            return sound.publish(
                    new ChangeSet(Packages.newId(), change.stage(), change.platform(), change.add(), change.remove()),
                    expectedGeneration);
        }
    }

    /** Publishes onto whatever is there. */
    static final class IgnoresGeneration extends Sound {

        @Override
        public synchronized PublicationResult publish(ChangeSet change, long expectedGeneration) {
            return sound.publish(
                    change, current(change.stage(), change.platform()).number());
        }
    }

    /** Shows beta for production. */
    static final class MixesUpStages extends Sound {

        @Override
        public Generation current(Stage stage, Platform platform) {
            Generation beta = sound.current(Stage.BETA, platform);
            return new Generation(stage, platform, beta.number(), beta.packages());
        }
    }
}
