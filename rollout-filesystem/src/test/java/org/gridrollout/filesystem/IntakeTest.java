package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridrollout.filesystem.Site.rpm;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gridrollout.api.software.Capability;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.api.spi.UnreadablePackageException;
import org.gridrollout.testkit.rpm.RpmBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTest {

    private final Path root = Jimfs.newFileSystem(Configuration.unix()).getPath("/srv/repository");
    private final FilesystemRepository repository =
            FilesystemRepository.at(root).durability(Durability.UNSYNCED).open();

    @Test
    void keepsThePackageByItsContent() {
        byte[] content = rpm("voms", "1").build();
        SoftwarePackage taken = intake(content);
        String digest = taken.sha256().hex();
        assertThat(root.resolve("pool/sha256/" + digest.substring(0, 2) + "/" + digest + ".rpm"))
                .hasBinaryContent(content);
    }

    @Test
    void writesTheSameContentOnce() throws IOException {
        byte[] content = rpm("voms", "1").build();
        intake(content);
        intake(content);
        assertThat(files("pool")).hasSize(1);
    }

    @Test
    void mendsAPoolFileThatWasCutShort() throws IOException {
        byte[] content = rpm("voms", "1").build();
        intake(content);
        Path file = files("pool").get(0);
        Files.write(file, Arrays.copyOf(content, 100));
        intake(content);
        assertThat(file).hasBinaryContent(content);
    }

    @Test
    void describesADependencyThatMayBeMissingAsRecommendedAndLeavesOutRpmsOwn() {
        SoftwarePackage taken =
                intake(rpm("voms", "1").requires(Capability.of("java-headless")).build());
        assertThat(taken.requires()).containsExactly(Capability.of("java-headless"));
        assertThat(taken.files()).contains("/usr/bin/voms");
    }

    @Test
    void refusesAPayloadCutShort() throws IOException {
        byte[] content = rpm("voms", "1").build();
        byte[] cut = Arrays.copyOf(content, content.length - 1);
        assertThatThrownBy(() -> intake(cut))
                .isInstanceOf(UnreadablePackageException.class)
                .hasMessageContaining("cut short");
        assertThat(files("pool")).isEmpty();
    }

    @Test
    void refusesAPayloadChangedBehindItsDigest() throws IOException {
        byte[] content = rpm("voms", "1").build();
        content[content.length - 5] ^= 1;
        assertThatThrownBy(() -> intake(content))
                .isInstanceOf(UnreadablePackageException.class)
                .hasMessageContaining("payload was changed");
        assertThat(files("pool")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../../etc/passwd", "a/b", "/absolute", ".hidden", "..", "with space", "ümlaut", "a%2fb", "-x"})
    void refusesANameThatIsNotSafeInAPath(String name) throws IOException {
        byte[] content = RpmBuilder.of(name, "1", "1").build();
        assertThatThrownBy(() -> intake(content))
                .isInstanceOf(UnreadablePackageException.class)
                .hasMessageContaining("not safe as a file name");
        assertThat(files("pool")).isEmpty();
    }

    @Test
    void refusesAVersionThatIsNotSafeInAPath() {
        Nevra nevra = new Nevra("voms", new Evr(0, "1/../..", "1"), "noarch");
        assertThatThrownBy(() -> intake(RpmBuilder.of(nevra).build())).isInstanceOf(UnreadablePackageException.class);
    }

    @Test
    void refusesANameLongerThanFileSystemsTake() {
        byte[] content = RpmBuilder.of("a".repeat(250), "1", "1").build();
        assertThatThrownBy(() -> intake(content))
                .isInstanceOf(UnreadablePackageException.class)
                .hasMessageContaining("longer than 255");
    }

    @Test
    void refusesWhatXmlCannotCarryBeforeAnythingIsPublished() throws IOException {
        byte[] content = rpm("voms", "1").summary("rings \u0007 a bell").build();
        assertThatThrownBy(() -> intake(content))
                .isInstanceOf(UnreadablePackageException.class)
                .hasMessageContaining("U+0007");
        assertThat(files("pool")).isEmpty();
    }

    @Test
    void saysWhichContentCouldNotBeRead() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        assertThatThrownBy(() -> repository.intake(broken, "https://example.org/voms.rpm"))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("https://example.org/voms.rpm")
                .hasMessageContaining("connection reset");
    }

    @Test
    void deletesWhatKilledProcessesLeftWhenOpened() throws IOException {
        Path orphan = Files.writeString(root.resolve("pool/incoming/another-process.1.part"), "half a package");
        FilesystemRepository.at(root).durability(Durability.UNSYNCED).open();
        assertThat(orphan).doesNotExist();
    }

    private SoftwarePackage intake(byte[] content) {
        return repository.intake(new ByteArrayInputStream(content), "voms.rpm");
    }

    private List<Path> files(String below) throws IOException {
        try (Stream<Path> walk = Files.walk(root.resolve(below))) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }
}
