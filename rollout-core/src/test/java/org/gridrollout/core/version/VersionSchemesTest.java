package org.gridrollout.core.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ServiceLoader;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.spi.VersionScheme;
import org.junit.jupiter.api.Test;
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
    void namesTheSchemesThereAreWhenAskedForAnother() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> VersionSchemes.named("RPM"))
                .withMessage("Version scheme 'RPM': is unknown; there are rpm, debian, semver, maven");
    }
}
