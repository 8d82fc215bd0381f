package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridrollout.filesystem.Site.EL9;
import static org.gridrollout.filesystem.Site.adding;
import static org.gridrollout.filesystem.Site.publish;
import static org.gridrollout.filesystem.Site.published;
import static org.gridrollout.filesystem.Site.taken;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gridrollout.api.publication.PublicationResult.Refused;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.UnreadablePackageException;
import org.gridrollout.testkit.faults.FaultyDisk;
import org.gridrollout.testkit.rpm.RpmBuilder;
import org.gridrollout.testkit.rpm.TagValue;

/** No name that a package gives itself or its files leads out of the repository, or to anybody else's place in it. */
class HostileNamesProperties {

    private static final int NAME = 1000;
    private static final int VERSION = 1001;
    private static final int RELEASE = 1002;
    private static final int ARCH = 1022;
    private static final int BASENAMES = 1117;
    private static final int DIRNAMES = 1118;

    /** Where a package of anybody may make a file; everything else under the root is named by us. */
    private static final Pattern OURS = Pattern.compile("/srv/repository(/.*)?");

    private final FaultyDisk disk = FaultyDisk.empty();
    private final FilesystemRepository repository = FilesystemRepository.at(disk.path("/srv/repository"))
            .durability(Durability.UNSYNCED)
            .open();

    @Property(tries = 300)
    void aPackageOfAnyNameIsRefusedOrPublishedUnderPackagesOnly(
            @ForAll("hostile") String name, @ForAll("hostile") String version, @ForAll("hostile") String release)
            throws IOException {
        RpmBuilder rpm = RpmBuilder.of("voms", "1", "1")
                .tag(NAME, TagValue.text(name))
                .tag(VERSION, TagValue.text(version))
                .tag(RELEASE, TagValue.text(release));
        try {
            PackageRef ref = taken(repository, rpm);
            published(repository, adding(ref.sha256().hex(), ref));
            Path file = repository.directory(Stage.BETA, EL9).resolve(PackageLocation.of(ref.nevra()));
            assertThat(file.normalize()).isEqualTo(file).isRegularFile();
            assertThat(file.getParent().getParent()).hasToString("/srv/repository/beta/el9/x86_64/Packages");
        } catch (UnreadablePackageException e) {
            assertThat(e).hasMessageContaining("voms-1-1.noarch.rpm");
        }
        assertNothingIsOutside();
    }

    @Example
    void anArchitectureThatIsAPathIsRefused() throws IOException {
        RpmBuilder rpm = RpmBuilder.of("voms", "1", "1").tag(ARCH, TagValue.text("x/../../../../../../etc/cron.d/x"));
        assertThatThrownBy(() -> taken(repository, rpm))
                .isInstanceOf(UnreadablePackageException.class)
                .hasMessageContaining("is not safe as a file name");
        assertNothingIsOutside();
    }

    @Example
    void aChangeSetThatNamesAPathIsRefused() throws IOException {
        PackageRef voms = taken(repository, "voms", "1");
        PackageRef posing =
                new PackageRef(new Nevra("../../../../../tmp/x", Evr.of("1", "1"), "noarch"), voms.sha256());
        assertThat(publish(repository, adding("posing", posing))).isInstanceOf(Refused.class);
        assertNothingIsOutside();
    }

    @Example
    void pathsOfItsFilesAreWordsInTheMetadataAndNothingElse() throws IOException {
        RpmBuilder rpm = RpmBuilder.of("voms", "1", "1")
                .file("/a", "")
                .file("/b", "")
                .tag(BASENAMES, TagValue.texts(List.of("../../../../etc/passwd", "x\"/><location href=\"/etc/shadow")))
                .tag(DIRNAMES, TagValue.texts(List.of("/../../../../../../")));
        PackageRef ref = taken(repository, rpm);
        published(repository, adding("first", ref));
        assertThat(ServedTree.wholePackages(repository.directory(Stage.BETA, EL9)))
                .containsExactly(ref.sha256().hex());
        assertNothingIsOutside();
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.of(
                        "..", ".", "/", "a", "B", "1", "-", "_", "~", "^", "\\", ":", "*", " ", "%2e", "\n", "é",
                        "\u202e")
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(parts -> String.join("", parts));
    }

    private void assertNothingIsOutside() throws IOException {
        try (Stream<Path> walk = Files.walk(disk.path("/"))) {
            assertThat(walk.map(Path::toString).filter(each -> !each.equals("/") && !each.equals("/srv")))
                    .allMatch(OURS.asMatchPredicate());
        }
    }
}
