package org.gridrollout.core.installability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.gridrollout.api.software.BaseSnapshot;
import org.gridrollout.api.software.Capability;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.api.software.SoftwarePackageBuilder;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.BaseRepositories;
import org.gridrollout.core.memory.InMemoryBaseRepositories;
import org.gridrollout.core.memory.InMemoryPackageRepository;
import org.junit.jupiter.api.Test;

class RepositoryClosuresTest {

    private static final Platform EL9 = Platform.parse("el9/x86_64");

    private final List<Set<String>> asked = new ArrayList<>();
    private final InMemoryBaseRepositories pinned = new InMemoryBaseRepositories();
    private final InMemoryPackageRepository repository = new InMemoryPackageRepository();
    private final RepositoryClosures closures = new RepositoryClosures(repository, new Counting());

    @Test
    void theBaseIsAskedOnceForAPathThatItDoesNotHave() {
        pinned.pin(EL9, Instant.EPOCH, List.of());
        closures.of(Stage.PRODUCTION, EL9);
        PackageRef needy = taken(pack("voms").addRequires(Capability.of("/usr/lib/voms/plugin")));

        assertThat(after(needy)).isFalse();
        assertThat(after(needy)).isFalse();

        assertThat(asked).containsExactly(Set.of("/usr/lib/voms/plugin"));
    }

    @Test
    void aPathThatTheBaseHasAndDoesNotListCountsFromTheFirstQuestion() {
        pinned.pin(
                EL9,
                Instant.EPOCH,
                List.of(pack("plugins").addFiles("/usr/lib/voms/plugin").build()));
        closures.of(Stage.PRODUCTION, EL9);

        assertThat(after(taken(pack("voms").addRequires(Capability.of("/usr/lib/voms/plugin")))))
                .isTrue();
    }

    private boolean after(PackageRef added) {
        return closures.after(Stage.PRODUCTION, EL9, List.of(added), List.of()).holds();
    }

    private PackageRef taken(SoftwarePackageBuilder content) {
        byte[] file = InMemoryPackageRepository.packageFile(content.build());
        return repository.intake(new ByteArrayInputStream(file), "a test").ref();
    }

    private static SoftwarePackageBuilder pack(String name) {
        return new SoftwarePackageBuilder()
                .nevra(new Nevra(name, Evr.of("1", "1.el9"), "x86_64"))
                .sha256(new Sha256("0".repeat(64)))
                .size(0)
                .summary(name)
                .source("");
    }

    /** As a YUM repository is: most files are in an index of their own. */
    private final class Counting implements BaseRepositories {
        @Override
        public Optional<BaseSnapshot> pinned(Platform platform) {
            return pinned.pinned(platform);
        }

        @Override
        public void forEachPackage(BaseSnapshot snapshot, Consumer<? super SoftwarePackage> consumer) {
            pinned.forEachPackage(
                    snapshot,
                    each -> consumer.accept(new SoftwarePackageBuilder()
                            .from(each)
                            .files(List.of())
                            .build()));
        }

        @Override
        public Map<String, Set<PackageRef>> owners(BaseSnapshot snapshot, Set<String> paths) {
            asked.add(Set.copyOf(paths));
            return pinned.owners(snapshot, paths);
        }
    }
}
