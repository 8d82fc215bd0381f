package org.gridrollout.core.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.gridrollout.api.software.Capability;
import org.gridrollout.api.software.Capability.Relation;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.api.software.SoftwarePackageBuilder;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.api.spi.UnreadablePackageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackageFileTest {

    private static final String VOMS = """
            name=voms
            epoch=3
            version=2.1.0~rc1
            release=1.el9
            arch=x86_64
            summary=\\ Grüße = an alle \\\\ 📦
            provides.1=voms = 3:2.1.0~rc1-1.el9
            requires.1=openssl-libs >= 3.0
            requires.2=/bin/sh [pre]
            requires.3=(python3 >= 3.9 if systemd)
            conflicts.1=voms-legacy
            obsoletes.1=voms-old < 2
            recommends.1=a <= 1
            suggests.1=b > 1
            supplements.1=c
            enhances.1=d
            files.1=/usr/bin/voms proxy
            files.2=/etc/voms
            end
            """;

    private final InMemoryPackageRepository repository = new InMemoryPackageRepository();

    private SoftwarePackage read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private SoftwarePackage read(byte[] file) {
        return repository.intake(new ByteArrayInputStream(file), "voms.txt");
    }

    @Test
    void saysEverythingARuleCanAskFor() {
        SoftwarePackage voms = read(VOMS);
        assertThat(voms.nevra()).isEqualTo(new Nevra("voms", new Evr(3, "2.1.0~rc1", "1.el9"), "x86_64"));
        assertThat(voms.summary()).isEqualTo(" Grüße = an alle \\ 📦");
        assertThat(voms.provides()).containsExactly(Capability.of("voms", Relation.EQ, "3:2.1.0~rc1-1.el9"));
        assertThat(voms.requires())
                .containsExactly(
                        Capability.of("openssl-libs", Relation.GE, "3.0"),
                        new Capability("/bin/sh", Relation.ANY, "", true),
                        Capability.of("(python3 >= 3.9 if systemd)"));
        assertThat(voms.conflicts()).containsExactly(Capability.of("voms-legacy"));
        assertThat(voms.obsoletes()).containsExactly(Capability.of("voms-old", Relation.LT, "2"));
        assertThat(voms.recommends()).containsExactly(Capability.of("a", Relation.LE, "1"));
        assertThat(voms.suggests()).containsExactly(Capability.of("b", Relation.GT, "1"));
        assertThat(voms.supplements()).containsExactly(Capability.of("c"));
        assertThat(voms.enhances()).containsExactly(Capability.of("d"));
        assertThat(voms.files()).containsExactly("/usr/bin/voms proxy", "/etc/voms");
    }

    @Test
    void isReadBackAsThePackageItWasMadeFrom() {
        SoftwarePackage voms = read(VOMS);
        SoftwarePackage again = read(InMemoryPackageRepository.packageFile(voms));
        assertThat(new SoftwarePackageBuilder()
                        .from(again)
                        .sha256(voms.sha256())
                        .size(voms.size())
                        .build())
                .isEqualTo(voms);
    }

    @Test
    void needsOnlyANameAVersionAndAnArchitecture() {
        SoftwarePackage least = read("name=a\nversion=1\narch=noarch\nend\n");
        assertThat(least.nevra()).isEqualTo(new Nevra("a", Evr.of("1", ""), "noarch"));
        assertThat(least.requires()).isEmpty();
    }

    @Test
    void isRefusedIfItIsCutShortAnywhere() {
        byte[] whole = VOMS.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(cut)).as("%d bytes", length).isInstanceOf(UnreadablePackageException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'version=1|arch=x|end|', field 'name' is missing",
        "'name=a|arch=x|end|', field 'version' is missing",
        "'name=|version=1|arch=x|end|', name must not be empty",
        "'name=a|version=1|arch=x|epoch=one|end|', 'epoch must be a number, was ''one'''",
        "'name=a|version=1|arch=x|epoch=-1|end|', epoch must be from 0 to 4294967295",
        "'name=a|version=1|arch=x|requiers.1=b|end|', unknown fields [requiers.1]",
        "'name=a|version=1|arch=x|requires.2=b|end|', unknown fields [requires.2]",
        "'name=a|version=1|arch=x|requires.1=|end|', name must not be empty",
        "'name=a|version=1|arch=\\u00zz|end|', Malformed",
    })
    void saysWhatIsWrongWithIt(String file, String problem) {
        assertThatThrownBy(() -> read(file.replace('|', '\n')))
                .isInstanceOf(UnreadablePackageException.class)
                .hasMessageStartingWith("voms.txt is not a readable package: ")
                .hasMessageContaining(problem);
    }

    @Test
    void isRefusedIfItIsNoUtf8() {
        byte[] latin = "name=\u00fc\nversion=1\narch=x\nend\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> read(latin)).hasMessageContaining("not a text in UTF-8");
    }

    @Test
    void isRefusedBeyondOneMebibyte() {
        String just = "name=a\nversion=1\narch=x\nsummary=%s\nend\n";
        int room = (1 << 20) - just.length() + 2;
        assertThat(read(just.formatted("s".repeat(room))).size()).isEqualTo(1 << 20);
        assertThatThrownBy(() -> read(just.formatted("s".repeat(room + 1)))).hasMessageContaining("1048576 bytes");
    }

    @Test
    void thatCannotBeReadFromItsStreamIsNotCalledDamaged() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        assertThatThrownBy(() -> repository.intake(broken, "voms.txt"))
                .isInstanceOf(RepositoryException.class)
                .isNotInstanceOf(UnreadablePackageException.class)
                .hasMessage("voms.txt could not be read: connection reset");
    }
}
