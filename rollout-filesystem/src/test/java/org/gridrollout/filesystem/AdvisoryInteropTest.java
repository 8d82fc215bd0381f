package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.filesystem.Site.EL9;
import static org.gridrollout.filesystem.Site.adding;
import static org.gridrollout.filesystem.Site.advisory;
import static org.gridrollout.filesystem.Site.change;
import static org.gridrollout.filesystem.Site.published;
import static org.gridrollout.filesystem.Site.removing;
import static org.gridrollout.filesystem.Site.rpm;
import static org.gridrollout.filesystem.Site.taken;

import java.nio.file.Path;
import java.util.List;
import org.gridrollout.api.publication.Advisory;
import org.gridrollout.api.publication.Advisory.Severity;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Purpose;
import org.gridrollout.api.software.Reference;
import org.gridrollout.api.software.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real dnf shows of our advisories to somebody who runs the version before. */
@Tag("interop")
class AdvisoryInteropTest {

    @TempDir
    Path directory;

    private FilesystemRepository repository;
    private PackageRef voms;
    private Dnf dnf;
    private Path tree;

    @BeforeEach
    void updateIsThere() {
        Tools.require("dnf", "rpm");
        repository = FilesystemRepository.open(directory.resolve("repository"));
        published(
                repository,
                adding(
                        "old",
                        taken(repository, rpm("voms", "2.1.0")),
                        taken(repository, rpm("fts", "3.0")),
                        taken(repository, rpm("gfal", "2.21"))));
        tree = repository.directory(Stage.BETA, EL9);
        dnf = new Dnf(directory.resolve("client"), tree);
        dnf.run("install", "-y", "voms", "fts", "gfal");
        voms = taken(repository, rpm("voms", "2.1.1"));
        published(
                repository,
                adding("voms", voms)
                        .telling(List.of(advisory("voms-2.1.1")
                                .withTitle("voms 2.1.1 <final> & more")
                                .withDescription("Mends a hole.\nNothing else.")
                                .withReferences(
                                        Reference.cve("CVE-2026-1234"),
                                        new Reference(Reference.Kind.INCIDENT, "GGUS-77", "", "proxies expire"))
                                .withAfterwards(Purpose.Afterwards.REBOOT))));
        PackageRef fts = taken(repository, rpm("fts", "3.1"));
        PackageRef dcache = taken(repository, rpm("dcache", "9.2"));
        published(
                repository,
                adding("both", fts, dcache)
                        .telling(List.of(
                                unremarkable("fts-3.1", Purpose.Kind.ENHANCEMENT, fts)
                                        .withAfterwards(Purpose.Afterwards.RESTART),
                                unremarkable("dcache-9.2", Purpose.Kind.NEW_PACKAGE, dcache))));
        PackageRef gfal = taken(repository, rpm("gfal", "2.22"));
        published(
                repository,
                adding("gfal", gfal).telling(List.of(unremarkable("gfal-2.22", Purpose.Kind.BUGFIX, gfal))));
    }

    private static Advisory unremarkable(String id, Purpose.Kind kind, PackageRef about) {
        return advisory(id)
                .withKind(kind)
                .withSeverity(Severity.NONE)
                .withDescription("")
                .withReferences()
                .withPackages(about);
    }

    @Test
    void dnfListsThem() {
        List<String> listed = words(dnf.run("updateinfo", "list", "--refresh"));
        assertThat(listed)
                .containsExactlyInAnyOrder(
                        "voms-2.1.1 Critical/Sec. voms-2.1.1-1.el9.noarch",
                        "fts-3.1 enhancement fts-3.1-1.el9.noarch",
                        "gfal-2.22 bugfix gfal-2.22-1.el9.noarch");
        assertThat(words(dnf.run("updateinfo", "list", "--security")))
                .containsExactly("voms-2.1.1 Critical/Sec. voms-2.1.1-1.el9.noarch");
        assertThat(words(dnf.run("updateinfo", "list", "--cve", "CVE-2026-1234")))
                .containsExactly("voms-2.1.1 Critical/Sec. voms-2.1.1-1.el9.noarch");
    }

    @Test
    void dnfShowsWhatTheySay() {
        String info = dnf.run("updateinfo", "info", "--refresh", "voms-2.1.1");
        assertThat(info)
                .contains("voms 2.1.1 <final> & more", "Update ID: voms-2.1.1", "Type: security", "Severity: Critical")
                .contains("Updated: 2026-03-02 12:00:00", "GGUS-77 - proxies expire", "CVE-2026-1234")
                .contains("Mends a hole.", "Nothing else.");
    }

    @Test
    void dnfListsWhatIsInstalledAsNew() {
        dnf.run("install", "-y", "--refresh", "dcache");
        assertThat(words(dnf.run("updateinfo", "list", "--installed")))
                .containsExactly("dcache-9.2 newpackage dcache-9.2-1.el9.noarch");
    }

    @Test
    void dnfForgetsWhatHasLeft() {
        published(repository, removing("withdrawn", voms));
        assertThat(words(dnf.run("updateinfo", "list", "--all", "--refresh")))
                .contains("fts-3.1 enhancement fts-3.1-1.el9.noarch")
                .noneMatch(each -> each.contains("voms"));
    }

    @Test
    void dnfReadsThemInZstdToo() {
        FilesystemRepository zstd = FilesystemRepository.at(repository.root())
                .compression(Compression.ZSTD)
                .open();
        published(zstd, adding("again", taken(zstd, rpm("other", "1"))));
        assertThat(ServedTree.indexNamed(tree.resolve("repodata"), "updateinfo"))
                .endsWith(".zst");
        assertThat(words(dnf.run("updateinfo", "list", "--refresh"))).hasSize(3);
    }

    @Test
    void dnfUpgradesWhatIsAMatterOfSecurityAlone() {
        dnf.run("upgrade", "-y", "--refresh", "--security");
        assertThat(dnf.installed())
                .containsExactly("fts-3.0-1.el9.noarch", "gfal-2.21-1.el9.noarch", "voms-2.1.1-1.el9.noarch");
    }

    @Test
    void dnfTakesALaterVersionForAnAnswerToWhatAnEarlierOneWasToldToMend() {
        published(
                repository, adding("canl", taken(repository, rpm("canl", "1")), taken(repository, rpm("canl-c", "1"))));
        dnf.run("install", "-y", "--refresh", "canl-c");
        PackageRef second = taken(repository, rpm("canl-c", "2"));
        published(
                repository,
                adding("canl-2", taken(repository, rpm("canl", "2")), second).telling(List.of(advisory("canl-2"))));
        published(repository, change("canl-c-3", List.of(taken(repository, rpm("canl-c", "3"))), List.of(second)));

        dnf.run("upgrade", "-y", "--refresh", "--security");
        assertThat(dnf.installed()).contains("canl-c-3-1.el9.noarch");
    }

    @Test
    void libsolvReadsThem() {
        Tools.require("updateinfoxml2solv", "dumpsolv", "gzip");
        String script =
                "cd " + tree + " && gzip -dc $(grep -o 'repodata/[0-9a-f]*-updateinfo.xml.gz' repodata/repomd.xml)"
                        + " | updateinfoxml2solv | dumpsolv /dev/stdin";
        assertThat(Tools.run("sh", "-c", script))
                .contains("solvable:name: patch:voms-2.1.1", "update:severity: Critical", "update:status: testing")
                .contains("solvable:name: patch:fts-3.1", "update:reference:id: CVE-2026-1234")
                .contains("update:reboot: ", "update:restart: ")
                .contains("update:reference:title: proxies expire");
    }

    private static List<String> words(String lines) {
        return lines.lines().map(each -> each.strip().replaceAll("\\s+", " ")).toList();
    }
}
