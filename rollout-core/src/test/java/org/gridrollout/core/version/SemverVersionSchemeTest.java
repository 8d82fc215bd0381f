package org.gridrollout.core.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.software.Evr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SemverVersionSchemeTest {

    private final SemverVersionScheme scheme = new SemverVersionScheme();

    @Test
    void sortsTheExamplesOfTheSpecification() {
        List<String> rising = List.of(
                "1.0.0-alpha",
                "1.0.0-alpha.1",
                "1.0.0-alpha.beta",
                "1.0.0-beta",
                "1.0.0-beta.2",
                "1.0.0-beta.11",
                "1.0.0-rc.1",
                "1.0.0",
                "2.0.0",
                "2.1.0",
                "2.1.1");
        List<Evr> sorted = new ArrayList<>(rising.stream().map(scheme::parse).toList());
        Collections.shuffle(sorted, new Random(7));
        sorted.sort(scheme);
        assertThat(sorted).extracting(Evr::version).isEqualTo(rising);
    }

    @ParameterizedTest
    @CsvSource({
        "1.0.0-9, 1.0.0-10",
        "1.0.0-999, 1.0.0-a",
        "1.0.0-Z, 1.0.0-a",
        "1.0.0--, 1.0.0-a",
        "1.0.0-rc10, 1.0.0-rc9",
        "9.0.0, 10.0.0",
        "1.0.18446744073709551615, 1.0.18446744073709551616",
    })
    void sortsTheLowerBeforeTheHigher(String lower, String higher) {
        assertThat(scheme.compare(scheme.parse(lower), scheme.parse(higher))).isNegative();
        assertThat(scheme.compare(scheme.parse(higher), scheme.parse(lower))).isPositive();
    }

    @Test
    void buildMetadataDoesNotCount() {
        assertThat(scheme.compare(scheme.parse("1.0.0+20130313144700"), scheme.parse("1.0.0+exp.sha.5114f85")))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0",
                "1.0.0-0.3.7",
                "1.0.0-x.7.z.92",
                "1.0.0-x-y-z.--",
                "1.0.0-alpha+001",
                "1.0.0+21AF26D3----117B344092BD",
                "1.0.0+-.-",
                "1.0.0-0A.is.legal",
                "99999999999999999999999.999999999999999999.99999999999999999"
            })
    void readsTheWholeTextAsTheVersion(String text) {
        assertThat(scheme.parse(text)).isEqualTo(Evr.of(text, ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\"\"|must have three numbers, major.minor.patch, has 1",
                "1.2|must have three numbers, major.minor.patch, has 2",
                "1.2.3.4|must have three numbers, major.minor.patch, has 4",
                "v1.2.3|major must be a number, was 'v1'",
                "1..3|minor must be a number, was ''",
                "1.2.03|patch must have no leading zeros, was '03'",
                "1.2.3-|pre-release identifier must not be empty",
                "1.2.3-a..b|pre-release identifier must not be empty",
                "1.2.3-01|numeric pre-release identifier must have no leading zeros, was '01'",
                "1.2.3-a_b|pre-release identifier must consist of letters, digits and -, has '_' (U+005F)",
                "1.2.3+|build identifier must not be empty",
                "1.2.3+a+b|build identifier must consist of letters, digits and -, has '+' (U+002B)",
                "1.2.\u0663|patch must be a number",
                "1:1.2.3|major must be a number, was '1:1'",
            })
    void refusesWhatIsNoSemanticVersionSayingWhy(String text, String reason) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> scheme.parse(text))
                .withMessageStartingWith("Semantic version '" + text + "': ")
                .withMessageContaining(reason);
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> scheme.parse("01.x-00+"))
                .asInstanceOf(type(InvalidValueException.class))
                .extracting(InvalidValueException::violations)
                .isEqualTo(List.of(
                        "must have three numbers, major.minor.patch, has 2",
                        "major must have no leading zeros, was '01'",
                        "minor must be a number, was 'x'",
                        "numeric pre-release identifier must have no leading zeros, was '00'",
                        "build identifier must not be empty"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+!|must have three numbers, major.minor.patch, has 1; major must be a number, was '';"
                        + " build identifier must consist of letters, digits and -, has '!' (U+0021)",
                "-a|must have three numbers, major.minor.patch, has 1; major must be a number, was ''",
            })
    void namesNothingBeyondWhatIsWrong(String text, String violations) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> scheme.parse(text))
                .withMessage("Semantic version '" + text + "': " + violations);
    }

    @Test
    void comparesNoVersionOfAnotherEcosystem() {
        Evr rpm = new Evr(1, "1.0.0", "2.el9");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> scheme.compare(scheme.parse("1.0.0"), rpm))
                .withMessage("Semantic version '1:1.0.0-2.el9': must have no epoch, has 1;"
                        + " must have no release, has '2.el9'");
    }

    @Test
    void refusesATextTooLongToQuote() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> scheme.parse("1.0." + "1".repeat(1021)))
                .withMessageContaining("at most 1024 characters, has 1025");
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.3, 1.2.4",
        "1.2.9, 1.2.10",
        "1.2.3+build.5, 1.2.4",
        "1.3.0-rc.1, 1.3.0-rc.2",
        "1.3.0-beta, 1.3.0-beta.1",
        "1.3.0-rc9, 1.3.0-rc9.1",
        "1.3.0-0.3.7+b, 1.3.0-0.3.8",
    })
    void proposesTheNextPatchOrPreRelease(String floor, String next) {
        assertThat(scheme.next(scheme.parse(floor))).hasToString(next);
    }

    @ParameterizedTest
    @CsvSource({
        "2.9.0, 3.0.0, 3.0.1+really2.9.0",
        "2.9.0+b7, 3.0.1+really2.9.0, 3.0.2+really2.9.0",
        "2.9.0-rc.1, 3.0.0-rc.1, 3.0.0-rc.2+really2.9.0-rc.1",
    })
    void namesTheContentThatIsIssuedAgainInTheBuildMetadata(String content, String floor, String reissue) {
        assertThat(scheme.reissue(scheme.parse(content), scheme.parse(floor))).hasToString(reissue);
    }
}
