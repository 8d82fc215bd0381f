package org.gridrollout.core.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.spi.VersionScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionSchemesTest {

    @ParameterizedTest
    @CsvSource({
        "rpm, RpmVersionScheme",
        "debian, DebianVersionScheme",
        "semver, SemverVersionScheme",
        "maven, MavenVersionScheme"
    })
    void findsTheBuiltInSchemesByName(String name, String type) {
        assertThat(VersionSchemes.named(name).getClass().getSimpleName()).isEqualTo(type);
    }

    @Test
    void theServiceLoaderFindsEachBuiltInSchemeOnce() {
        assertThat(ServiceLoader.load(VersionScheme.class))
                .extracting(VersionScheme::name)
                .containsExactlyInAnyOrderElementsOf(VersionSchemes.builtIn().stream()
                        .map(VersionScheme::name)
                        .toList());
    }

    @Test
    void findsTheSchemesOfHostsBesidesTheBuiltInOnes(@TempDir Path host) throws Exception {
        Path services = Files.createDirectories(host.resolve("META-INF/services"));
        Files.writeString(services.resolve(VersionScheme.class.getName()), Dated.class.getName());
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader hosts = new URLClassLoader(new URL[] {host.toUri().toURL()}, before)) {
            Thread.currentThread().setContextClassLoader(hosts);
            assertThat(VersionSchemes.named("dated")).isInstanceOf(Dated.class);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void namesTheSchemesThereAreWhenAskedForAnother() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> VersionSchemes.named("RPM"))
                .withMessage("Version scheme 'RPM': is unknown; there are rpm, debian, semver, maven");
    }

    /** A host's own scheme, of which only the name is asked for. */
    public static final class Dated implements VersionScheme {
        @Override
        public String name() {
            return "dated";
        }

        @Override
        public int compare(Evr left, Evr right) {
            return left.version().compareTo(right.version());
        }

        @Override
        public Evr parse(String text) {
            return Evr.of(text, "");
        }

        @Override
        public Evr next(Evr floor) {
            return Evr.of(floor.version() + "0", "");
        }

        @Override
        public Evr reissue(Evr content, Evr floor) {
            return next(floor);
        }

        @Override
        public long maxEpoch() {
            return 0;
        }
    }
}
