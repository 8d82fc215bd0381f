package org.gridrollout.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridrollout.testkit.contract.Packages.EL9;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.gridrollout.api.software.BaseSnapshot;
import org.gridrollout.api.software.Capability;
import org.gridrollout.api.software.Capability.Relation;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.api.software.SoftwarePackageBuilder;
import org.gridrollout.api.spi.BaseRepositories;
import org.gridrollout.api.spi.RepositoryException;
import org.junit.jupiter.api.Test;

/** What every {@link BaseRepositories} does. A backend's author extends this class and pins what the contract asks for. */
public abstract class BaseRepositoriesContract {

    private static final String README = "/usr/share/doc/README";

    /** For subclasses. */
    protected BaseRepositoriesContract() {}

    /** Base repositories, new each time, with those packages pinned for that platform and nothing for any other. */
    protected abstract BaseRepositories pinning(Platform platform, List<SoftwarePackage> packages);

    @Test
    void tellsWhatIsPinned() {
        BaseSnapshot snapshot = pinned(pinning(EL9, List.of(libc(), voms())));
        assertThat(snapshot.platform()).isEqualTo(EL9);
        assertThat(snapshot.packages()).isEqualTo(2);
    }

    @Test
    void pinsNothingForAnotherPlatform() {
        assertThat(pinning(EL9, List.of(libc())).pinned(Platform.parse("el8/x86_64")))
                .isEmpty();
    }

    @Test
    void equalContentHasTheSameIdAndOtherContentAnother() {
        BaseSnapshot snapshot = pinned(pinning(EL9, List.of(libc(), voms())));
        assertThat(pinned(pinning(EL9, List.of(libc(), voms()))).id()).isEqualTo(snapshot.id());
        assertThat(pinned(pinning(EL9, List.of(libc()))).id()).isNotEqualTo(snapshot.id());
    }

    @Test
    void handsOverWhatPackagesSayOfThemselves() {
        BaseRepositories base = pinning(EL9, List.of(voms()));
        SoftwarePackage read = all(base).get(0);
        SoftwarePackage expected = voms();
        assertThat(read.ref()).isEqualTo(expected.ref());
        assertThat(read.provides()).isEqualTo(expected.provides());
        assertThat(read.requires()).containsExactlyInAnyOrderElementsOf(expected.requires());
        assertThat(read.conflicts()).isEqualTo(expected.conflicts());
        assertThat(read.obsoletes()).isEqualTo(expected.obsoletes());
        assertThat(read.recommends()).isEqualTo(expected.recommends());
        assertThat(read.suggests()).isEqualTo(expected.suggests());
        assertThat(read.supplements()).isEqualTo(expected.supplements());
        assertThat(read.enhances()).isEqualTo(expected.enhances());
        assertThat(read.files()).contains("/usr/bin/voms");
    }

    @Test
    void handsOverEveryPackageInTheSameOrderEachTime() {
        BaseRepositories base = pinning(EL9, List.of(voms(), libc()));
        List<SoftwarePackage> first = all(base);
        assertThat(first).extracting(SoftwarePackage::ref).containsExactlyInAnyOrder(voms().ref(), libc().ref());
        assertThat(all(base)).isEqualTo(first);
    }

    @Test
    void knowsTheOwnersOfEveryPath() {
        BaseRepositories base = pinning(EL9, List.of(voms(), libc()));
        assertThat(base.owners(pinned(base), Set.of("/usr/bin/voms", README, "/opt/nobody")))
                .hasSize(2)
                .containsEntry("/usr/bin/voms", Set.of(voms().ref()))
                .containsEntry(README, Set.of(voms().ref(), libc().ref()));
    }

    @Test
    void refusesASnapshotThatItDoesNotKeep() {
        BaseSnapshot elsewhere = pinned(pinning(EL9, List.of(voms())));
        BaseRepositories base = pinning(EL9, List.of(libc()));
        assertThatThrownBy(() -> base.forEachPackage(elsewhere, each -> {})).isInstanceOf(RepositoryException.class);
        assertThatThrownBy(() -> base.owners(elsewhere, Set.of(README))).isInstanceOf(RepositoryException.class);
    }

    private static List<SoftwarePackage> all(BaseRepositories base) {
        List<SoftwarePackage> all = new ArrayList<>();
        base.forEachPackage(pinned(base), all::add);
        return all;
    }

    private static BaseSnapshot pinned(BaseRepositories base) {
        return base.pinned(EL9).orElseThrow();
    }

    private static SoftwarePackage libc() {
        return named("libc", README)
                .addProvides(Capability.of("libc.so.6()(64bit)"))
                .build();
    }

    private static SoftwarePackage voms() {
        return named("voms", "/usr/bin/voms", README)
                .addProvides(Capability.of("voms-api", Relation.EQ, "1:2.1.0-1"))
                .addRequires(
                        new Capability("libc.so.6()(64bit)", Relation.ANY, "", false),
                        new Capability("/bin/sh", Relation.ANY, "", true),
                        Capability.of("(voms-server if httpd)"))
                .addConflicts(Capability.of("voms-old", Relation.LT, "2.0~rc1"))
                .addObsoletes(Capability.of("voms-client", Relation.LE, "2"))
                .addRecommends(Capability.of("voms-doc", Relation.GE, "2.1"))
                .addSuggests(Capability.of("vim"))
                .addSupplements(Capability.of("(grid and voms)"))
                .addEnhances(Capability.of("ca", Relation.GT, "0"))
                .build();
    }

    private static SoftwarePackageBuilder named(String name, String... files) {
        return new SoftwarePackageBuilder()
                .nevra(Packages.nevra(name, "2.1.0"))
                .sha256(Packages.sha256(name.getBytes(StandardCharsets.UTF_8)))
                .size(1234)
                .summary("About " + name)
                .source(name + "-2.1.0-1.el9.src.rpm")
                .addProvides(Capability.of(name, Relation.EQ, "2.1.0-1.el9"))
                .files(Arrays.asList(files));
    }
}
