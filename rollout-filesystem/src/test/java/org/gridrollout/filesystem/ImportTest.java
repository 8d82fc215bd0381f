package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridrollout.filesystem.Site.EL9;
import static org.gridrollout.filesystem.Site.adding;
import static org.gridrollout.filesystem.Site.offered;
import static org.gridrollout.filesystem.Site.published;
import static org.gridrollout.filesystem.Site.removing;
import static org.gridrollout.filesystem.Site.rpm;
import static org.gridrollout.filesystem.Site.taken;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.LongStream;
import org.gridrollout.api.publication.PublicationResult.AlreadyPublished;
import org.gridrollout.api.publication.PublicationResult.Published;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.filesystem.upkeep.ImportReport;
import org.gridrollout.filesystem.upkeep.ImportReport.Refused;
import org.gridrollout.filesystem.upkeep.OnRefusal;
import org.gridrollout.filesystem.upkeep.Progress;
import org.gridrollout.testkit.rpm.RpmBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {

    private final FileSystem memory = Jimfs.newFileSystem(Configuration.unix());
    private final Path source = memory.getPath("/home/mirror");
    private final Trap trap = new Trap();
    private final FilesystemRepository repository = FilesystemRepository.at(memory.getPath("/srv/repository"))
            .durability(Durability.UNSYNCED)
            .steps(trap)
            .open();
    private final Path tree = repository.directory(Stage.BETA, EL9);

    @BeforeEach
    void fill() throws IOException {
        put("a/voms-1.rpm", rpm("voms", "1"));
        put("b/fts-1.rpm", rpm("fts", "1"));
        Files.writeString(source.resolve("README"), "not a package");
    }

    private Path put(String path, RpmBuilder rpm) throws IOException {
        Path file = source.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.write(file, rpm.build());
    }

    private ImportReport run() {
        return run(OnRefusal.PUBLISH_NOTHING);
    }

    private ImportReport run(OnRefusal onRefusal) {
        return repository.importFrom(source, Stage.BETA, EL9, onRefusal, Progress.UNWATCHED);
    }

    @Test
    void publishesEveryPackageBelowADirectoryAtOnce() {
        ImportReport report = run();
        assertThat(report.taken()).extracting(PackageRef::component).containsExactly("fts", "voms");
        assertThat(report.refused()).isEmpty();
        assertThat(report.result()).contains(new Published(1));
        assertThat(ServedTree.wholePackages(tree)).hasSize(2);
    }

    @Test
    void linksFilesInsteadOfCopyingThem() throws IOException {
        run();
        assertThat(Files.isSameFile(source.resolve("a/voms-1.rpm"), tree.resolve("Packages/v/voms-1-1.el9.noarch.rpm")))
                .isTrue();
        assertThat(repository.verify(Progress.UNWATCHED).damage()).isEmpty();
    }

    @Test
    void copiesFilesThatOthersMayChangeOrTooFewMayRead(@TempDir Path real) throws IOException {
        FilesystemRepository served = FilesystemRepository.at(real.resolve("repository"))
                .durability(Durability.UNSYNCED)
                .open();
        Path mirror = Files.createDirectory(real.resolve("mirror"));
        Path fine = Files.write(mirror.resolve("fine.rpm"), rpm("fine", "1").build());
        Path open = Files.write(mirror.resolve("open.rpm"), rpm("open", "1").build());
        Path shut = Files.write(mirror.resolve("shut.rpm"), rpm("shut", "1").build());
        Set<PosixFilePermission> ours = Files.getPosixFilePermissions(fine);
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-rw-rw-"));
        Files.setPosixFilePermissions(shut, PosixFilePermissions.fromString("rw-------"));
        served.importFrom(mirror, Stage.BETA, EL9, OnRefusal.PUBLISH_NOTHING, Progress.UNWATCHED);

        Path packages = served.directory(Stage.BETA, EL9).resolve("Packages");
        assertThat(Files.isSameFile(fine, packages.resolve("f/fine-1-1.el9.noarch.rpm")))
                .isTrue();
        assertThat(Files.getPosixFilePermissions(packages.resolve("o/open-1-1.el9.noarch.rpm")))
                .isEqualTo(ours);
        assertThat(Files.getPosixFilePermissions(packages.resolve("s/shut-1-1.el9.noarch.rpm")))
                .isEqualTo(ours);
    }

    @Test
    void copiesFilesOfAnotherFileSystem() throws IOException {
        Path elsewhere = Jimfs.newFileSystem(Configuration.unix()).getPath("/mirror");
        Files.createDirectories(elsewhere);
        Files.write(elsewhere.resolve("dcache.rpm"), rpm("dcache", "1").build());
        ImportReport report =
                repository.importFrom(elsewhere, Stage.BETA, EL9, OnRefusal.PUBLISH_NOTHING, Progress.UNWATCHED);
        assertThat(report.result()).contains(new Published(1));
        assertThat(ServedTree.wholePackages(tree)).hasSize(1);
    }

    @Test
    void tellsHowFarItIs() {
        List<String> reached = new ArrayList<>();
        repository.importFrom(
                source,
                Stage.BETA,
                EL9,
                OnRefusal.PUBLISH_NOTHING,
                (activity, done, total) -> reached.add(activity + " " + done + "/" + total));
        assertThat(reached).containsExactly("import 0/2", "import 1/2", "import 2/2");
    }

    @Test
    void saysTheSameHoweverManyHelp() throws IOException {
        for (int i = 0; i < 40; i++) {
            put("many/p" + i + ".rpm", rpm("p" + i, "1"));
            RpmBuilder same = rpm("p" + i, "1");
            put("more/p" + i + ".rpm", i % 3 == 0 ? same.summary("Built again") : same);
        }
        Files.writeString(source.resolve("many/broken.rpm"), "no package");
        List<Long> reached = new ArrayList<>();
        Thread caller = Thread.currentThread();
        ImportReport helped = into("helped", HelperThreads.POOL, (activity, done, total) -> {
            assertThat(Thread.currentThread()).isSameAs(caller);
            reached.add(done);
        });
        assertThat(helped).isEqualTo(into("alone", Runnable::run, Progress.UNWATCHED));
        assertThat(helped.taken()).hasSize(42);
        assertThat(helped.refused()).hasSize(15);
        assertThat(reached).isEqualTo(LongStream.rangeClosed(0, 83).boxed().toList());
    }

    private ImportReport into(String name, Executor helpers, Progress progress) {
        return FilesystemRepository.at(memory.getPath("/srv", name))
                .durability(Durability.UNSYNCED)
                .executor(helpers)
                .open()
                .importFrom(source, Stage.BETA, EL9, OnRefusal.PUBLISH_THE_OTHERS, progress);
    }

    @Test
    void publishesTheSamePackagesOnce() {
        run();
        assertThat(run().result()).contains(new AlreadyPublished(1));
        assertThat(repository.current(Stage.BETA, EL9).number()).isEqualTo(1);
    }

    @Test
    void publishesNothingWhereAllIsOfferedAlready() {
        published(repository, adding("one", taken(repository, "voms", "1")));
        published(repository, adding("two", taken(repository, "fts", "1")));
        assertThat(run().result()).isEmpty();
        assertThat(repository.current(Stage.BETA, EL9).number()).isEqualTo(2);
    }

    @Test
    void addsWhatCameSince() throws IOException {
        run();
        put("c/dcache-1.rpm", rpm("dcache", "1"));
        assertThat(run().result()).contains(new Published(2));
        assertThat(ServedTree.wholePackages(tree)).hasSize(3);
    }

    @Test
    void doesNotBringBackWhatWasTakenOut() throws IOException {
        run();
        published(repository, removing("out", taken(repository, "voms", "1")));
        assertThat(run().result()).contains(new AlreadyPublished(1));
        put("c/dcache-1.rpm", rpm("dcache", "1"));
        ImportReport report = run(OnRefusal.PUBLISH_THE_OTHERS);
        assertThat(report.refused())
                .singleElement()
                .satisfies(each -> assertThat(each.reason()).startsWith("Generation 2 took it out of the repository"));
        assertThat(offered(repository)).extracting(PackageRef::component).containsExactly("dcache", "fts");
    }

    @Test
    void publishesNothingIfAFileIsRefusedUnlessItIsTold() throws IOException {
        Path broken = Files.writeString(source.resolve("broken.rpm"), "no package");
        ImportReport report = run();
        assertThat(report.refused()).extracting(Refused::file).containsExactly(broken);
        assertThat(report.refused().get(0).reason()).contains("is not a readable package");
        assertThat(report.taken()).hasSize(2);
        assertThat(report.result()).isEmpty();
        assertThat(offered(repository)).isEmpty();

        ImportReport others = run(OnRefusal.PUBLISH_THE_OTHERS);
        assertThat(others.refused()).isEqualTo(report.refused());
        assertThat(others.result()).contains(new Published(1));
        assertThat(offered(repository)).hasSize(2);
    }

    @Test
    void refusesASecondContentOfOneName() throws IOException {
        Path second = put("z/voms-1.rpm", rpm("voms", "1").summary("Built again"));
        assertThat(run().refused()).singleElement().satisfies(each -> {
            assertThat(each.file()).isEqualTo(second);
            assertThat(each.reason()).contains("the name of /home/mirror/a/voms-1.rpm but other content");
        });
    }

    @Test
    void refusesOtherContentUnderANameThatIsPublished() throws IOException {
        published(repository, adding("one", taken(repository, rpm("voms", "1").summary("Built before"))));
        ImportReport report = run(OnRefusal.PUBLISH_THE_OTHERS);
        assertThat(report.refused())
                .singleElement()
                .satisfies(each -> assertThat(each.reason()).contains("what was published there but other content"));
        assertThat(report.result()).contains(new Published(2));
    }

    @Test
    void hasNothingToPublishInAnEmptyDirectory() throws IOException {
        Path empty = Files.createDirectory(source.resolve("empty"));
        ImportReport report =
                repository.importFrom(empty, Stage.BETA, EL9, OnRefusal.PUBLISH_NOTHING, Progress.UNWATCHED);
        assertThat(report).isEqualTo(new ImportReport(List.of(), List.of(), report.result()));
        assertThat(report.result()).isEmpty();
    }

    @Test
    void saysThatADirectoryIsNotThere() {
        Path absent = source.resolve("absent");
        assertThatThrownBy(() ->
                        repository.importFrom(absent, Stage.BETA, EL9, OnRefusal.PUBLISH_NOTHING, Progress.UNWATCHED))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("Cannot import /home/mirror/absent to beta el9/x86_64");
    }

    @Test
    void isFinishedByImportingAgainWhereverItWasCutOff() {
        int stopped = 0;
        for (boolean done = false; !done; stopped++) {
            FilesystemRepository fresh = FilesystemRepository.at(memory.getPath("/srv/cut-off-" + stopped))
                    .durability(Durability.UNSYNCED)
                    .steps(trap)
                    .open();
            trap.stopAfter(stopped);
            try {
                fresh.importFrom(source, Stage.BETA, EL9, OnRefusal.PUBLISH_NOTHING, Progress.UNWATCHED);
                done = true;
            } catch (RepositoryException e) {
                assertThat(e).hasMessageContaining("stopped before");
            }
            trap.release();
            assertThat(fresh.importFrom(source, Stage.BETA, EL9, OnRefusal.PUBLISH_NOTHING, Progress.UNWATCHED)
                            .result())
                    .isPresent();
            assertThat(ServedTree.wholePackages(fresh.directory(Stage.BETA, EL9)))
                    .hasSize(2);
        }
        assertThat(stopped).isGreaterThan(30);
    }

    @Test
    @Tag("interop")
    void takesOverWhatCreaterepoPublishedAndNothingThatOnlyLiesAbout(@TempDir Path real) throws IOException {
        Tools.require("createrepo_c");
        Path mirror = Files.createDirectories(real.resolve("mirror"));
        Files.write(mirror.resolve("voms.rpm"), rpm("voms", "1").build());
        Path changed = Files.write(mirror.resolve("fts.rpm"), rpm("fts", "1").build());
        Tools.run("createrepo_c", "--quiet", mirror.toString());
        Files.write(changed, rpm("fts", "1").summary("Built again").build());
        Files.write(mirror.resolve("later.rpm"), rpm("later", "1").build());
        FilesystemRepository there = FilesystemRepository.open(real.resolve("repository"));
        ImportReport report =
                there.importFrom(mirror, Stage.BETA, EL9, OnRefusal.PUBLISH_THE_OTHERS, Progress.UNWATCHED);
        assertThat(report.taken()).extracting(PackageRef::component).containsExactly("voms");
        assertThat(report.refused())
                .singleElement()
                .satisfies(each -> assertThat(each.reason()).startsWith("The index says that its digest is "));
        assertThat(ServedTree.wholePackages(there.directory(Stage.BETA, EL9))).hasSize(1);
        assertThat(Files.isSameFile(
                        mirror.resolve("voms.rpm"),
                        there.directory(Stage.BETA, EL9).resolve("Packages/v/voms-1-1.el9.noarch.rpm")))
                .isTrue();
    }
}
