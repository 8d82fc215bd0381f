package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridrollout.filesystem.Site.EL9;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.software.BaseSnapshot;
import org.gridrollout.api.software.Capability;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.api.software.SoftwarePackageBuilder;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.filesystem.base.DescribedTree;
import org.gridrollout.filesystem.base.ForeignTree;
import org.gridrollout.filesystem.base.ReadLimits;
import org.gridrollout.filesystem.base.RepositorySource;
import org.gridrollout.filesystem.base.UnreadableBaseException;
import org.gridrollout.filesystem.yum.Digests;
import org.junit.jupiter.api.Test;

class PinnedBasesTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final Path root = Jimfs.newFileSystem(Configuration.unix()).getPath("/srv/repository");
    private final AtomicReference<Instant> clock = new AtomicReference<>(NOON);
    private final PinnedBases bases = open(Steps.UNWATCHED);

    private final ForeignTree march = DescribedTree.of(List.of(named("glibc", "2.34"), named("bash", "5.1")));
    private final ForeignTree april = DescribedTree.of(List.of(named("glibc", "2.35"), named("bash", "5.1")));

    @Test
    void readingKeepsASnapshotAndPinsNothing() {
        BaseSnapshot read = bases.read(EL9, Map.of("baseos", march));
        assertThat(bases.pinned(EL9)).isEmpty();
        assertThat(bases.kept(EL9)).containsExactly(read);
        assertThat(read.taken()).isEqualTo(NOON);
        assertThat(read.repositories().get(0).origin()).isEqualTo("memory");
        assertThat(read.repositories().get(0).revision()).isEqualTo("17");
    }

    @Test
    void whatIsPinnedIsThereAfterARestartWithoutTheRepositoryItself() {
        BaseSnapshot read = bases.read(EL9, Map.of("baseos", march));
        bases.pin(read);
        PinnedBases reopened = open(Steps.UNWATCHED);
        assertThat(reopened.pinned(EL9)).contains(read);
        assertThat(names(reopened, read)).containsExactly("glibc-2.34-1.x86_64", "bash-5.1-1.x86_64");
    }

    @Test
    void severalRepositoriesAreOneBase() {
        SoftwarePackage epel = named("globus", "15", "/usr/share/globus");
        SoftwarePackage os = named("filesystem", "3", "/usr/share/globus");
        BaseSnapshot read = bases.read(
                EL9, Map.of("epel", DescribedTree.of(List.of(epel)), "baseos", DescribedTree.of(List.of(os))));
        assertThat(names(bases, read)).containsExactly("filesystem-3-1.x86_64", "globus-15-1.x86_64");
        assertThat(bases.owners(read, Set.of("/usr/share/globus")))
                .containsExactly(Map.entry("/usr/share/globus", Set.of(epel.ref(), os.ref())));
    }

    @Test
    void anUnchangedRepositoryGivesTheSnapshotThatIsKept() {
        BaseSnapshot read = bases.read(EL9, Map.of("baseos", march));
        clock.set(NOON.plus(Duration.ofDays(1)));
        assertThat(bases.read(EL9, Map.of("baseos", march))).isEqualTo(read);
        assertThat(bases.kept(EL9)).containsExactly(read);
    }

    @Test
    void aRepositoryThatMovedGivesAnotherSnapshotThatReplacesTheFirstWhenItIsPinned() {
        BaseSnapshot first = bases.read(EL9, Map.of("baseos", march));
        bases.pin(first);
        clock.set(NOON.plus(Duration.ofDays(30)));
        BaseSnapshot second = bases.read(EL9, Map.of("baseos", april));
        assertThat(bases.pinned(EL9)).contains(first);
        bases.pin(second);
        assertThat(bases.pinned(EL9)).contains(second);
        assertThat(bases.kept(EL9)).containsExactly(second, first);
        bases.pin(first);
        assertThat(bases.pinned(EL9)).contains(first);
    }

    @Test
    void anythingButThePinnedSnapshotCanBeForgotten() {
        BaseSnapshot first = bases.read(EL9, Map.of("baseos", march));
        BaseSnapshot second = bases.read(EL9, Map.of("baseos", april));
        bases.pin(second);
        bases.forget(first);
        bases.forget(first);
        assertThat(bases.kept(EL9)).containsExactly(second);
        assertThatThrownBy(() -> bases.forget(second))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("pin another first");
        assertThatThrownBy(() -> bases.pin(first))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("read it again");
    }

    @Test
    void aBrokenRepositoryLeavesWhatIsPinned() {
        BaseSnapshot first = bases.read(EL9, Map.of("baseos", march));
        bases.pin(first);
        RepositorySource broken = path -> path.endsWith("repomd.xml") ? april.open(path) : march.open(path);
        assertThatThrownBy(() -> bases.read(EL9, Map.of("baseos", broken)))
                .isInstanceOf(UnreadableBaseException.class)
                .hasMessageContaining("checksum");
        assertThat(bases.pinned(EL9)).contains(first);
        assertThat(bases.kept(EL9)).containsExactly(first);
    }

    @Test
    void aRepositoryThatMovesWhileItIsReadIsReadAgain() {
        List<String> asked = new ArrayList<>();
        RepositorySource moving = path -> {
            asked.add(path);
            return (asked.size() == 1 ? march : april).open(path);
        };
        BaseSnapshot read = bases.read(EL9, Map.of("baseos", moving));
        assertThat(names(bases, read)).contains("glibc-2.35-1.x86_64");
    }

    @Test
    void itsLimitsAreTheHosts() {
        PinnedBases narrow = bases.within(ReadLimits.standard().withPackages(1));
        assertThatThrownBy(() -> narrow.read(EL9, Map.of("baseos", march)))
                .isInstanceOf(UnreadableBaseException.class)
                .hasMessageContaining("more than 1 packages");
    }

    @Test
    void namesLeadToNoOtherPlace() {
        assertThatThrownBy(() -> bases.read(EL9, Map.of("../x", march))).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> bases.read(EL9, Map.of())).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void damageOnTheDiskIsNoticed() throws IOException {
        BaseSnapshot read = bases.read(EL9, Map.of("baseos", march));
        bases.pin(read);
        Path primary = root.resolve("base/el9/x86_64/" + read.id() + "/baseos/repodata/primary.xml.gz");
        byte[] content = Files.readAllBytes(primary);
        content[content.length / 2] ^= 1;
        Files.write(primary, content);
        assertThatThrownBy(() -> names(bases, read))
                .isInstanceOf(UnreadableBaseException.class)
                .hasMessageContaining(primary.toString());
        Files.writeString(root.resolve("base/el9/x86_64/pinned"), "something else\n");
        assertThatThrownBy(() -> bases.pinned(EL9))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("pin again");
    }

    @Test
    void stoppedBeforeAnyStepTheOldOrTheNewSnapshotIsPinned() {
        BaseSnapshot first = bases.read(EL9, Map.of("baseos", march));
        bases.pin(first);
        int steps = 0;
        boolean stopped = true;
        while (stopped) {
            int stopAt = steps++;
            int[] taken = new int[1];
            try {
                PinnedBases mortal = open(what -> {
                    if (taken[0]++ == stopAt) {
                        throw new IOException("stopped before: " + what);
                    }
                });
                mortal.pin(mortal.read(EL9, Map.of("baseos", april)));
                stopped = false;
            } catch (RepositoryException e) {
                assertThat(e).hasMessageContaining("stopped before");
            }
            BaseSnapshot pinned = bases.pinned(EL9).orElseThrow();
            assertThat(names(bases, pinned)).hasSize(2);
            bases.pin(first);
            bases.kept(EL9).stream().filter(each -> !each.equals(first)).forEach(bases::forget);
        }
        assertThat(steps).isGreaterThan(10);
    }

    private PinnedBases open(Steps steps) {
        return FilesystemRepository.at(root)
                .clock(clock::get)
                .durability(Durability.UNSYNCED)
                .steps(steps)
                .open()
                .bases();
    }

    private static List<String> names(PinnedBases bases, BaseSnapshot snapshot) {
        List<String> names = new ArrayList<>();
        bases.forEachPackage(snapshot, each -> names.add(each.nevra().toString()));
        return names;
    }

    private static SoftwarePackage named(String name, String version, String... files) {
        return new SoftwarePackageBuilder()
                .nevra(new Nevra(name, Evr.of(version, "1"), "x86_64"))
                .sha256(Digests.of((name + version).getBytes(StandardCharsets.UTF_8)))
                .size(1)
                .summary(name)
                .source("")
                .addProvides(Capability.of(name))
                .files(List.of(files))
                .build();
    }
}
