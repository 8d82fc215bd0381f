package org.gridrollout.core.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.software.Evr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RpmVersionSchemeTest {

    private final RpmVersionScheme scheme = new RpmVersionScheme();

    @ParameterizedTest
    @CsvSource({
        "2.1.2-1, 1:0.1-1",
        "1:2.1.2-1, 2:0.1-1",
        "2.1.2-9, 2.1.3-1",
        "2.1.2-9.el9, 2.1.2-10.el9",
        "2.1.2-1, 2.1.2-1.el9",
        "4294967294:1-1, 4294967295:1-1",
    })
    void weighsEpochThenVersionThenRelease(String lower, String higher) {
        assertThat(scheme.compare(scheme.parse(lower), scheme.parse(higher))).isNegative();
        assertThat(scheme.compare(scheme.parse(higher), scheme.parse(lower))).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0-1", "1.0-0", "1.0-a", "1.0-~1", "1.0-."})
    void holdsAnAbsentReleaseLowerThanAnyRelease(String released) {
        assertThat(scheme.compare(scheme.parse("1.0"), scheme.parse(released))).isNegative();
        assertThat(scheme.compare(scheme.parse(released), scheme.parse("1.0"))).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"1.0-1, 1.00-01", "0:1.0-1, 1.0-1", "1_0-1, 1.0-1_", "1.0, 1.00"})
    void takesDifferentSpellingsAsEqual(String left, String right) {
        assertThat(scheme.compare(scheme.parse(left), scheme.parse(right))).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "2.1.2-1.el9, 0, 2.1.2, 1.el9",
        "1:2.1.2-1.el9, 1, 2.1.2, 1.el9",
        "0:7-1, 0, 7, 1",
        "007:7-1, 7, 7, 1",
        "3.0~rc1^20261124.g5, 0, 3.0~rc1^20261124.g5, ''",
        "4294967295:_+-A, 4294967295, _+, A",
    })
    void readsEpochVersionAndRelease(String text, long epoch, String version, String release) {
        assertThat(scheme.parse(text)).isEqualTo(new Evr(epoch, version, release));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\"\"|version must not be empty",
                "-1|version must not be empty",
                "1:-1|version must not be empty",
                "1.0-|release must not be empty after '-'",
                ":1.0|epoch must be a number from 0 to 4294967295, was ''",
                "x:1.0|epoch must be a number from 0 to 4294967295, was 'x'",
                "-1:1.0|epoch must be a number from 0 to 4294967295, was '-1'",
                "4294967296:1.0|epoch must be a number from 0 to 4294967295, was '4294967296'",
                "99999999999999999999:1|epoch must be a number from 0 to 4294967295, was '99999999999999999999'",
                "1:2:3|version must consist of letters, digits and . _ + ~ ^, has ':' (U+003A)",
                "1.0-1-2|release must consist of letters, digits and . _ + ~ ^, has '-' (U+002D)",
                "1.0 -1|version must consist of letters, digits and . _ + ~ ^, has ' ' (U+0020)",
                "1.%{x}|has '%' (U+0025)",
                "1.\u00e9-1|version must consist of letters, digits and . _ + ~ ^, has '\u00e9' (U+00E9)",
                "1.\u0007.2|has U+0007",
                "1.\u0080.2|has U+0080",
            })
    void refusesWhatIsNoRpmVersionSayingWhy(String text, String reason) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> scheme.parse(text))
                .withMessageStartingWith("RPM version '" + text + "': ")
                .withMessageContaining(reason);
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> scheme.parse("x:1!0-"))
                .asInstanceOf(type(InvalidValueException.class))
                .extracting(InvalidValueException::violations)
                .isEqualTo(List.of(
                        "epoch must be a number from 0 to 4294967295, was 'x'",
                        "release must not be empty after '-'",
                        "version must consist of letters, digits and . _ + ~ ^, has '!' (U+0021)"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-|version must not be empty; release must not be empty after '-'",
                "-!|version must not be empty; release must consist of letters, digits and . _ + ~ ^, has '!' (U+0021)",
            })
    void namesNothingBeyondWhatIsWrong(String text, String violations) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> scheme.parse(text))
                .withMessage("RPM version '" + text + "': " + violations);
    }

    @Test
    void refusesATextTooLongToQuote() {
        assertThat(scheme.parse("1".repeat(1024)).version()).hasSize(1024);
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> scheme.parse("1".repeat(1025)))
                .withMessageContaining("at most 1024 characters, has 1025");
    }

    @ParameterizedTest
    @CsvSource({
        "2.1.2-1.el9, 2.1.2-2.el9",
        "2.1.2-9.el9, 2.1.2-10.el9",
        "1:2.1.2-1, 1:2.1.2-2",
        "2.1.2-0, 2.1.2-1",
        "3.0-0.4.rc1.el9, 3.0-0.5.rc1.el9",
        "3.0-0.el9, 3.0-1.el9",
        "3.0-1~rc1, 3.0-2~rc1",
        "3.0-099, 3.0-100",
        "3.0-99999999999999999999, 3.0-100000000000000000000",
        "3.0, 3.0-1",
        "3.0-alt3, 3.0-alt3.1",
        "3.0-~1, 3.0-~1.1",
    })
    void proposesTheNextRelease(String floor, String next) {
        assertThat(scheme.next(scheme.parse(floor))).hasToString(next);
    }

    @ParameterizedTest
    @CsvSource({
        "2.9-4.el9, 3.0-1.el9, 3.0+really2.9-4.el9, content that is behind is named",
        "2.9-4.el9, 1:3.0-1.el9, 1:3.0+really2.9-4.el9, within the floor's epoch",
        "1:2.9-4, 2:2.8-1, 2:2.9-4, which alone may be what it needs",
        "3.0-1.el9, 3.0-2.el9, 3.0-3.el9, of the same version the release rises",
        "3.0-1.el9, 3.00-2.el9, 3.00-3.el9, however it is spelt",
        "2.9-4, 3.0+really2.9-4, 3.0+really2.9-5, a second time as well",
        "2.8-1, 3.0+really2.9-4, 3.0+really2.9+really2.8-1, even lower content",
        "2.9-4, 3.0~rc1-1, 3.0~rc1+really2.9-4, after a pre-release",
        "2.09-4, 3.0+really2.9-4, 3.0+really2.9+really2.09-4, spelt otherwise it is as high and no higher",
        "+really2-1, 3.0-1, 3.0+really2-1, content that is a name only",
        "a-1, +really2-1, +reallya-1, after a floor that is a name only",
    })
    void namesTheContentThatIsIssuedAgain(String content, String floor, String reissue, String why) {
        assertThat(scheme.reissue(scheme.parse(content), scheme.parse(floor)))
                .as(why)
                .hasToString(reissue);
    }
}
