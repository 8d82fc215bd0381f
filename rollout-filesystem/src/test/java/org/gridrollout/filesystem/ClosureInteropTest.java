package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.api.software.Stage;
import org.gridrollout.core.closure.Closure;
import org.gridrollout.core.closure.Explanation;
import org.gridrollout.core.closure.Member;
import org.gridrollout.core.closure.Origin;
import org.gridrollout.core.closure.Reason;
import org.gridrollout.core.closure.Universe;
import org.gridrollout.core.closure.naive.NaiveClosure;
import org.gridrollout.core.closure.rpm.RpmEcosystem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the core calls uninstallable in other people's packages, against dnf on the published tree. */
@Tag("interop")
class ClosureInteropTest {

    private static final RpmEcosystem RPM = RpmEcosystem.on("x86_64");
    private static final int ASKED = 4;
    private static final int TRIED = 30;

    @TempDir
    Path directory;

    @Test
    void dnfMissesWhatNobodyProvidesAndNothingElse() throws IOException {
        Tools.require("dnf");
        Dnf.requirePlugin("repoclosure");
        List<SoftwarePackage> packages = corpus(open());
        Closure closure = closure(packages);
        Set<String> lacking = closure.broken().stream()
                .map(each -> closure.explain(each).orElseThrow())
                .filter(ClosureInteropTest::lacksSomethingItself)
                .map(each -> each.subject().toString())
                .collect(Collectors.toSet());
        Set<String> missed = client().say("repoclosure")
                .lines()
                .filter(line -> line.startsWith("package: "))
                .map(line -> line.split(" ")[1])
                .collect(Collectors.toSet());
        assertThat(lacking).isEqualTo(missed).hasSizeGreaterThan(20);
    }

    @Test
    void dnfInstallsWhatIsInstallableAndRefusesWhatIsNot() throws IOException {
        Tools.require("dnf");
        List<SoftwarePackage> packages = corpus(open());
        Closure closure = closure(packages);
        List<Member> members = closure.universe()
                .members()
                .filter(each -> RPM.fits(each.nevra().arch()))
                .toList();
        List<Member> asked = new ArrayList<>();
        members.stream().filter(closure::isInstallable).limit(ASKED).forEach(asked::add);
        members.stream()
                .filter(each -> !closure.isInstallable(each))
                .limit(ASKED)
                .forEach(asked::add);
        Dnf dnf = client();
        for (Member each : asked) {
            String said = dnf.say("install", "--assumeno", "--setopt=install_weak_deps=False", each.toString());
            assertThat(said.contains("Problem:") || said.contains("nothing provides"))
                    .as("%s: %s", each, said)
                    .isNotEqualTo(closure.isInstallable(each));
        }
        assertThat(asked).hasSize(2 * ASKED);
    }

    @Test
    void theSecondOpinionIsTheSame() throws IOException {
        List<SoftwarePackage> packages = corpus(open());
        Closure closure = closure(packages);
        NaiveClosure second = NaiveClosure.of(RPM, packages);
        for (SoftwarePackage each : packages.subList(0, TRIED)) {
            assertThat(second.installation(each).isPresent())
                    .as("%s", each.nevra())
                    .isEqualTo(closure.isInstallable(Member.of(each.ref(), Origin.REPOSITORY)));
        }
    }

    private static boolean lacksSomethingItself(Explanation explanation) {
        return explanation.chain().get(0) instanceof Reason.Unmet unmet
                && unmet.candidates().isEmpty();
    }

    private static Closure closure(List<SoftwarePackage> packages) {
        return Closure.of(Universe.builder(RPM)
                .addAll(RPM.read(packages, Origin.REPOSITORY))
                .build());
    }

    private FilesystemRepository open() {
        return FilesystemRepository.open(directory.resolve("repository"));
    }

    private Dnf client() {
        return new Dnf(directory.resolve("client"), open().directory(Stage.BETA, Site.EL9));
    }

    private static List<SoftwarePackage> corpus(FilesystemRepository repository) throws IOException {
        List<SoftwarePackage> packages = new ArrayList<>();
        Set<String> locations = new HashSet<>();
        for (Path each : Tools.corpus()) {
            if (each.endsWith(ClientsInteropTest.WITHOUT_PAYLOAD)) {
                continue;
            }
            try (InputStream in = Files.newInputStream(each)) {
                SoftwarePackage taken = repository.intake(in, each.toString());
                if (locations.add(PackageLocation.of(taken.nevra()))) {
                    packages.add(taken);
                }
            }
        }
        repository.publish(
                new ChangeSet(
                        ChangeSetId.of("corpus"),
                        Stage.BETA,
                        Site.EL9,
                        packages.stream().map(SoftwarePackage::ref).toList(),
                        List.of()),
                0);
        return packages;
    }
}
