package org.gridrollout.core.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.software.Evr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MavenVersionSchemeTest {

    private final MavenVersionScheme scheme = new MavenVersionScheme();

    @ParameterizedTest
    @CsvSource({
        "1.9, 1.10",
        "1-alpha, 1-beta",
        "1-beta, 1-milestone",
        "1-milestone, 1-rc",
        "1-rc, 1-SNAPSHOT",
        "1-SNAPSHOT, 1",
        "1, 1-sp",
        "1, 1.1",
        "1-foo2, 1-foo10",
        "1-sp, 1-foo",
        "1-foo, 1-1",
        "1.0-alpha-1, 1.0-alpha-2",
        "1.0-rc-9, 1.0-rc-10",
        "3.0, 3.0-really2.9",
        "3.0-really2.9, 3.0.1",
        "18446744073709551615, 18446744073709551616",
    })
    void sortsTheLowerBeforeTheHigher(String lower, String higher) {
        assertThat(scheme.compare(scheme.parse(lower), scheme.parse(higher))).isNegative();
        assertThat(scheme.compare(scheme.parse(higher), scheme.parse(lower))).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1.0",
        "1, 1.0.0",
        "1, 1-ga",
        "1, 1.final",
        "1-0, 1",
        "1-rc, 1-CR",
        "1-a1, 1-alpha-1",
        "1-m3, 1-milestone-3",
        "01, 1"
    })
    void takesDifferentSpellingsAsEqual(String left, String right) {
        assertThat(scheme.compare(scheme.parse(left), scheme.parse(right))).isZero();
    }

    @Test
    void readsTheWholeTextAsTheVersion() {
        assertThat(scheme.parse("33.8.0-jre")).isEqualTo(Evr.of("33.8.0-jre", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\"\"|must not be empty",
                "LATEST|must begin with a digit",
                "[1.0,2.0)|must begin with a digit; must end with a letter or a digit; version must consist of letters,"
                        + " digits and . - _ +, has '[' (U+005B)",
                "1.0-|must end with a letter or a digit",
                "1.0~rc1|version must consist of letters, digits and . - _ +, has '~' (U+007E)",
                "1:1.0|has ':' (U+003A)",
                "1.0\u0663|must end with a letter or a digit; version must consist",
            })
    void refusesWhatIsNoMavenVersionSayingWhy(String text, String reason) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> scheme.parse(text))
                .withMessageStartingWith("Maven version '" + text + "': ")
                .withMessageContaining(reason);
    }

    @Test
    void comparesNoVersionOfAnotherEcosystem() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> scheme.compare(Evr.of("1.0", "2.el9"), scheme.parse("1.0")))
                .withMessage("Maven version '1.0-2.el9': must have no release, has '2.el9'");
    }

    @ParameterizedTest
    @CsvSource({
        "2.1.9, 2.1.10",
        "3, 4",
        "3.0-SNAPSHOT, 3.0",
        "3.0-rc-1, 3.0-rc-2",
        "3.0-beta2, 3.0-beta3",
        "3.0-beta, 3.0-beta-1",
        "31.1-jre, 31.2-jre",
        "4.1.0.Final, 4.1.1.Final",
        "2.0-99999999999999999999, 2.0-100000000000000000000",
        "1.max, 2.max",
        "1-max2, 1-max3",
        "1+-SNAPSHOT, 2+-SNAPSHOT",
    })
    void proposesTheNextVersion(String floor, String next) {
        assertThat(scheme.next(scheme.parse(floor))).hasToString(next);
    }

    @ParameterizedTest
    @CsvSource({"2.9, 3.0, 3.0-really2.9", "2.9, 3.max, 4.max", "2.9-rc1, 3.0.1, 3.0.1-really2.9-rc1"})
    void namesTheContentThatIsIssuedAgain(String content, String floor, String reissue) {
        assertThat(scheme.reissue(scheme.parse(content), scheme.parse(floor))).hasToString(reissue);
    }

    @Test
    void isFoundWithoutItsLibraryAndSaysWhichItNeeds() throws Exception {
        try (URLClassLoader withoutResolver =
                new URLClassLoader(classPathWithout("resolver"), ClassLoader.getPlatformClassLoader())) {
            Class<?> schemes = withoutResolver.loadClass(VersionSchemes.class.getName());
            Object maven = schemes.getMethod("named", String.class).invoke(null, "maven");
            Object version = maven.getClass().getMethod("parse", String.class).invoke(maven, "1.0");
            assertThatThrownBy(() -> maven.getClass()
                            .getMethod("compare", version.getClass(), version.getClass())
                            .invoke(maven, version, version))
                    .cause()
                    .hasToString(MissingLibraryException.class.getName()
                            + ": The version scheme 'maven' needs org.apache.maven.resolver:maven-resolver-util on the"
                            + " class path or module path: add it to the host's dependencies.");
        }
    }

    private static URL[] classPathWithout(String word) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!Path.of(entry).getFileName().toString().contains(word)) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        return urls.toArray(new URL[0]);
    }
}
