package org.gridrollout.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.gridrollout.api.spi.PackageRepository;
import org.junit.jupiter.api.Test;

class PackageRepositoryContractBitesTest {

    @Test
    void everyTestFailsOnARepositoryThatDoesNothing() {
        ContractRun run = ContractRun.of(DoesNothing.class);
        assertThat(run.passed()).isEmpty();
        assertThat(run.failed()).hasSizeGreaterThan(20);
    }

    @Test
    void noticesARepositoryThatPublishesAgain() {
        assertThat(ContractRun.of(PublishesAgain.class).failed())
                .contains("underTheSameIdChangesNothing", "isNotAppliedAgainWhateverTheGenerationIsNow");
    }

    @Test
    void noticesARepositoryThatIgnoresTheGeneration() {
        assertThat(ContractRun.of(IgnoresGeneration.class).failed())
                .contains("nothingIsPublished", "isAppliedIfTheFirstWasNot");
    }

    @Test
    void noticesARepositoryThatMixesUpStages() {
        assertThat(ContractRun.of(MixesUpStages.class).failed()).contains("leavesOtherStagesAndPlatformsAlone");
    }

    @Test
    void noticesARepositoryThatForgetsCancellations() {
        assertThat(ContractRun.of(ForgetsCancellations.class).failed())
                .contains("isRefusedWhoeverStillTries", "isCancelledTwiceAsOnce", "staysIfItWasPublishedAlready");
    }

    static class ForgetsCancellations extends InMemoryPackageRepositoryContractTest {
        @Override
        protected RepositoryFixture fixture() {
            return broken(new BrokenRepositories.ForgetsCancellations());
        }
    }

    static class DoesNothing extends InMemoryPackageRepositoryContractTest {
        @Override
        protected RepositoryFixture fixture() {
            return broken(new BrokenRepositories.DoesNothing());
        }
    }

    static class PublishesAgain extends InMemoryPackageRepositoryContractTest {
        @Override
        protected RepositoryFixture fixture() {
            return broken(new BrokenRepositories.PublishesAgain());
        }
    }

    static class IgnoresGeneration extends InMemoryPackageRepositoryContractTest {
        @Override
        protected RepositoryFixture fixture() {
            return broken(new BrokenRepositories.IgnoresGeneration());
        }
    }

    static class MixesUpStages extends InMemoryPackageRepositoryContractTest {
        @Override
        protected RepositoryFixture fixture() {
            return broken(new BrokenRepositories.MixesUpStages());
        }
    }

    private static RepositoryFixture broken(PackageRepository repository) {
        return new InMemoryRepositoryFixture() {
            @Override
            public PackageRepository fresh() {
                return repository;
            }
        };
    }
}
