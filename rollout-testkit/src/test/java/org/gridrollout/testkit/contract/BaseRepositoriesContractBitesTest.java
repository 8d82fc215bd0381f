package org.gridrollout.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.gridrollout.api.software.BaseSnapshot;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.api.spi.BaseRepositories;
import org.gridrollout.core.memory.InMemoryBaseRepositories;
import org.junit.jupiter.api.Test;

class BaseRepositoriesContractBitesTest {

    @Test
    void everyTestFailsOnBaseRepositoriesThatDoNothing() {
        ContractRun run = ContractRun.of(DoNothing.class);
        assertThat(run.passed()).isEmpty();
        assertThat(run.failed()).hasSize(7);
    }

    @Test
    void noticesOnesThatPinForEveryPlatform() {
        assertThat(ContractRun.of(PinForAll.class).failed()).containsExactly("pinsNothingForAnotherPlatform");
    }

    @Test
    void noticesOnesThatForgetOwners() {
        assertThat(ContractRun.of(ForgetOwners.class).failed()).containsExactly("knowsTheOwnersOfEveryPath");
    }

    @Test
    void noticesOnesThatHandOverOnlyTheFirst() {
        assertThat(ContractRun.of(HandOverTheFirst.class).failed())
                .containsExactly("handsOverEveryPackageInTheSameOrderEachTime");
    }

    static class DoNothing extends BaseRepositoriesContract {
        @Override
        protected BaseRepositories pinning(Platform platform, List<SoftwarePackage> packages) {
            throw new UnsupportedOperationException("none");
        }
    }

    static class PinForAll extends BaseRepositoriesContract {
        @Override
        protected BaseRepositories pinning(Platform platform, List<SoftwarePackage> packages) {
            return new Broken(platform, packages) {
                @Override
                public Optional<BaseSnapshot> pinned(Platform other) {
                    return super.pinned(platform);
                }
            };
        }
    }

    static class ForgetOwners extends BaseRepositoriesContract {
        @Override
        protected BaseRepositories pinning(Platform platform, List<SoftwarePackage> packages) {
            return new Broken(platform, packages) {
                @Override
                public Map<String, Set<PackageRef>> owners(BaseSnapshot snapshot, Set<String> paths) {
                    super.owners(snapshot, paths);
                    return Map.of();
                }
            };
        }
    }

    static class HandOverTheFirst extends BaseRepositoriesContract {
        @Override
        protected BaseRepositories pinning(Platform platform, List<SoftwarePackage> packages) {
            return new Broken(platform, packages) {
                @Override
                public void forEachPackage(BaseSnapshot snapshot, Consumer<? super SoftwarePackage> consumer) {
                    sound.forEachPackage(snapshot, each -> {});
                    consumer.accept(packages.get(0));
                }
            };
        }
    }

    abstract static class Broken implements BaseRepositories {

        final InMemoryBaseRepositories sound = new InMemoryBaseRepositories();

        Broken(Platform platform, List<SoftwarePackage> packages) {
            sound.pin(platform, Instant.EPOCH, packages);
        }

        @Override
        public Optional<BaseSnapshot> pinned(Platform platform) {
            return sound.pinned(platform);
        }

        @Override
        public void forEachPackage(BaseSnapshot snapshot, Consumer<? super SoftwarePackage> consumer) {
            sound.forEachPackage(snapshot, consumer);
        }

        @Override
        public Map<String, Set<PackageRef>> owners(BaseSnapshot snapshot, Set<String> paths) {
            return sound.owners(snapshot, paths);
        }
    }
}
