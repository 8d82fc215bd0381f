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

class DebianVersionSchemeTest {

    private final DebianVersionScheme scheme = new DebianVersionScheme();

    @ParameterizedTest(name = "{0} < {1}: {2}")
    @CsvSource({
        "1.9, 1.10, 'numbers, not texts'",
        "1.2, 1:0.1, the epoch weighs most",
        "1:0.1, 10:0.1, as a number",
        "1.2-9, 1.3-1, then the upstream version",
        "1.2-9, 1.2-10, then the revision",
        "1, 1.0, a dot more",
        "1.0~rc1, 1.0, a tilde is before the end",
        "1.0~~, 1.0~~a, as Debian Policy sorts these",
        "1.0~~a, 1.0~, as Debian Policy sorts these",
        "1.0~, 1.0, as Debian Policy sorts these",
        "1.0, 1.0a, as Debian Policy sorts these",
        "1.0~rc1-1, 1.0~rc1-2, a revision within a pre-release",
        "1.0-1~bpo12+1, 1.0-1, a backport is before what it was made from",
        "1.0-1, 1.0-1+deb12u1, a stable update is after it",
        "1.0-1+deb12u1, 1.0-1.1, and before a further upload",
        "1.0-1, 1.0-1ubuntu1, a derivative is after it",
        "1.0a, 1.0+, letters are before all other marks",
        "1.0Z, 1.0a, capitals are before small letters",
        "1.0+b, 1.0-b-1, 'marks by their ASCII number, + before -'",
        "1.0+dfsg-1, 1.0.1-1, + before a dot",
        "1.0+really0.9-1, 1.0.1-1, so a reissue is before the next patch level",
        "1.0-9, 1.0+really0.9-1, and after the version that it takes back",
        "1a, 1000a, the number goes before what follows it",
        "01.1, 1.2, what follows decides where only the spelling differs",
        "1.0-1, 1.0-1-1, hyphens upstream",
        "1:1:9-1, 1:1:10-1, colons upstream",
        "9223372036854775807, 9223372036854775808, numbers outgrow a long",
    })
    void sortsTheLowerBeforeTheHigher(String lower, String higher, String why) {
        assertThat(scheme.compare(scheme.parse(lower), scheme.parse(higher)))
                .as(why)
                .isNegative();
        assertThat(scheme.compare(scheme.parse(higher), scheme.parse(lower)))
                .as(why)
                .isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 1.00",
        "1.0, 1.0-0",
        "0:1.0-1, 1.0-1",
        "1.0-01, 1.0-1",
        "1.a, 1.a0",
        "1.0-a, 1.0-a0",
        "1.2~0, 1.2~"
    })
    void takesDifferentSpellingsAsEqual(String left, String right) {
        assertThat(scheme.compare(scheme.parse(left), scheme.parse(right))).isZero();
    }

    @Test
    void ordersAnyTextsWhatIsNotAsciiLast() {
        assertThat(DebianOrder.compare("1+", "1\u00e9")).isEqualTo(-1);
        assertThat(DebianOrder.compare("1+", "1\u0080")).isEqualTo(-1);
        assertThat(DebianOrder.compare("1\u0663", "1")).isEqualTo(1);
        assertThat(DebianOrder.compare("", "~")).isEqualTo(1);
    }

    @Test
    void endsOnTextsOfAMillionCharacters() {
        String zeros = "0".repeat(1_000_000);
        assertThat(DebianOrder.compare(zeros + "1", zeros + "2")).isEqualTo(-1);
        assertThat(DebianOrder.compare("~".repeat(1_000_000), "~".repeat(999_999)))
                .isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({
        "2.1.2-1, 0, 2.1.2, 1",
        "2.1.2, 0, 2.1.2, ''",
        "1:2.1.2-1, 1, 2.1.2, 1",
        "007:7-1, 7, 7, 1",
        "1-2-3, 0, 1-2, 3",
        "1:2:3-4-5, 1, 2:3-4, 5",
        "2147483647:0~+.-0~+., 2147483647, 0~+., 0~+.",
    })
    void readsEpochUpstreamVersionAndRevision(String text, long epoch, String version, String revision) {
        assertThat(scheme.parse(text)).isEqualTo(new Evr(epoch, version, revision));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\"\"|upstream version must not be empty",
                "-1|upstream version must not be empty",
                "1:|upstream version must not be empty",
                "1.0-|revision must not be empty after '-'",
                ":1.0|epoch must be a number from 0 to 2147483647, was ''",
                "x:1.0|epoch must be a number from 0 to 2147483647, was 'x'",
                "1-1:2|epoch must be a number from 0 to 2147483647, was '1-1'",
                "2147483648:1|epoch must be a number from 0 to 2147483647, was '2147483648'",
                "v1.0-1|upstream version must begin with a digit, was 'v1.0'",
                "0:1:2|upstream version may hold ':' only after an epoch of 1 or more",
                "1.0_1|upstream version must consist of letters, digits and . + - ~ :, has '_' (U+005F)",
                "1.0^git5|has '^' (U+005E)",
                "1.0 -1|has ' ' (U+0020)",
                "1.0-1_2|revision must consist of letters, digits and . + ~, has '_' (U+005F)",
                "1:1-1:2|revision must consist of letters, digits and . + ~, has ':' (U+003A)",
                "1.\u00e9-1|has '\u00e9' (U+00E9)",
                "1.\u0080-1|has U+0080",
            })
    void refusesWhatIsNoDebianVersionSayingWhy(String text, String reason) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> scheme.parse(text))
                .withMessageStartingWith("Debian version '" + text + "': ")
                .withMessageContaining(reason);
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> scheme.parse("x:v!0-"))
                .asInstanceOf(type(InvalidValueException.class))
                .extracting(InvalidValueException::violations)
                .isEqualTo(List.of(
                        "epoch must be a number from 0 to 2147483647, was 'x'",
                        "upstream version must begin with a digit, was 'v!0'",
                        "revision must not be empty after '-'",
                        "upstream version must consist of letters, digits and . + - ~ :, has '!' (U+0021)"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-|upstream version must not be empty; revision must not be empty after '-'",
                "-!|upstream version must not be empty; revision must consist of letters, digits and . + ~, has '!' (U+0021)",
                "0::1|upstream version must begin with a digit, was ':1'; upstream version may hold ':' only after an epoch"
                        + " of 1 or more, since an epoch of 0 is not written",
            })
    void namesNothingBeyondWhatIsWrong(String text, String violations) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> scheme.parse(text))
                .withMessage("Debian version '" + text + "': " + violations);
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
        "2.1.2-1, 2.1.2-2",
        "2.1.2-9, 2.1.2-10",
        "1:2.1.2-1, 1:2.1.2-2",
        "2.1.2-1+deb12u1, 2.1.2-1+deb12u2",
        "2.1.2-1~bpo12+1, 2.1.2-1~bpo12+2",
        "2.1.2-0ubuntu3.9, 2.1.2-0ubuntu3.10",
        "2.1.2-1.99999999999999999999, 2.1.2-1.100000000000000000000",
        "2.1.2-1rc, 2.1.2-1rc.1",
        "2.1.2, 2.1.2-1",
    })
    void proposesTheNextRevision(String floor, String next) {
        assertThat(scheme.next(scheme.parse(floor))).hasToString(next);
    }

    @ParameterizedTest
    @CsvSource({
        "2.9-4, 3.0-1, 3.0+really2.9-4, content that is behind is named",
        "2.9-4, 1:3.0-1, 1:3.0+really2.9-4, within the floor's epoch",
        "1:2.9-4, 2:2.8-1, 2:2.9-4, which alone may be what it needs",
        "3.0-1, 3.0-2, 3.0-3, of the same version the revision rises",
        "2.9-4, 3.0+really2.9-4, 3.0+really2.9-5, a second time as well",
        "2.9-4, 3.0+really2.8-1, 3.0+really2.9-4, other content under the same floor",
        "2.8-1, 3.0+really2.9-4, 3.0+really2.9+really2.8-1, even lower content",
        "3.0+really2.9-4, 4.0-1, 4.0+really2.9-4, a reissue is named by what it was",
        "2.9, 3.0, 3.0+really2.9, without revisions",
        "2.9, 3-0-1, 3-0+really2.9-1, unless a hyphen asks for one",
        "1:2:9-4, 1:3.0-1, 1:3.0+really2:9-4, colons stay after an epoch",
        "1:2:9-4, 3.0-1, 3.0+really2.9-4, and become dots where there is none",
    })
    void namesTheContentThatIsIssuedAgain(String content, String floor, String reissue, String why) {
        assertThat(scheme.reissue(scheme.parse(content), scheme.parse(floor)))
                .as(why)
                .hasToString(reissue);
    }
}
