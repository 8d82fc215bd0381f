package org.gridrollout.core.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.spi.VersionScheme;
import org.gridrollout.core.version.VersionJudgement.Higher;
import org.gridrollout.core.version.VersionJudgement.NotHigher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersioningRulesTest {

    @Test
    void aHigherVersionMayFollow() {
        Higher higher = higher("rpm", "2.1.3-1.el9", "2.1.2-1.el9");
        assertThat(higher.epoch()).isEqualTo(EpochUse.KEPT);
        assertThat(higher.instead()).isEmpty();
        assertThat(higher.sentence()).isEqualTo("2.1.3-1.el9 is higher than 2.1.2-1.el9.");
    }

    @Test
    void theFloorItselfGetsTheNextReleaseAndNoEpoch() {
        NotHigher refused = notHigher("rpm", "2.1.2-1.el9", "2.1.2-1.el9");
        assertThat(refused.proposals()).extracting(VersionProposal::evr).hasToString("[2.1.2-2.el9]");
        assertThat(refused.sentence())
                .isEqualTo("2.1.2-1.el9 is not higher than 2.1.2-1.el9. Next possible version: 2.1.2-2.el9.");
    }

    @Test
    void contentThatIsBehindMayBeNamedAndOnlyAtLastTakeAnEpoch() {
        NotHigher refused = notHigher("rpm", "2.9-5.el9", "3.0-1.el9");
        assertThat(refused.proposals())
                .extracting(VersionProposal::evr)
                .hasToString("[3.0-2.el9, 3.0+really2.9-5.el9, 1:2.9-5.el9]");
        assertThat(refused.proposals())
                .extracting(VersionProposal::epoch)
                .containsExactly(EpochUse.KEPT, EpochUse.KEPT, EpochUse.LAST_RESORT);
        assertThat(refused.sentence())
                .isEqualTo("2.9-5.el9 is not higher than 3.0-1.el9. Next possible version: 3.0-2.el9."
                        + " The content of 2.9-5.el9 can be released as 3.0+really2.9-5.el9."
                        + " The version of 2.9-5.el9 can be kept only under another epoch, as 1:2.9-5.el9:"
                        + " the last resort, since an epoch can never be taken back.");
    }

    @Test
    void anEpochThatWasForgottenIsGivenBack() {
        NotHigher refused = notHigher("debian", "3.5-1", "1:2.0-1");
        assertThat(refused.proposals()).extracting(VersionProposal::evr).hasToString("[1:3.5-1]");
        assertThat(refused.sentence())
                .isEqualTo("3.5-1 is not higher than 1:2.0-1. The version of 3.5-1 can be kept as 1:3.5-1:"
                        + " its epoch is that of 1:2.0-1.");
    }

    @Test
    void anEpochOnAVersionThatIsHigherAnywayIsNeedless() {
        Higher higher = higher("rpm", "1:2.1.3-1.el9", "2.1.2-1.el9");
        assertThat(higher.epoch()).isEqualTo(EpochUse.NEEDLESS);
        assertThat(higher.instead().map(VersionProposal::evr)).hasValue(Evr.of("2.1.3", "1.el9"));
        assertThat(higher.sentence())
                .isEqualTo(
                        "1:2.1.3-1.el9 is higher than 2.1.2-1.el9, and would be without another epoch."
                                + " An epoch can never be taken back."
                                + " The version of 1:2.1.3-1.el9 can be kept as 2.1.3-1.el9: its epoch is that of 2.1.2-1.el9.");
    }

    @Test
    void anEpochWhereAHigherReleaseWouldDoIsNeedlessToo() {
        Higher higher = higher("rpm", "1:2.1.2-1.el9", "2.1.2-1.el9");
        assertThat(higher.epoch()).isEqualTo(EpochUse.NEEDLESS);
        assertThat(higher.instead().map(VersionProposal::evr)).hasValue(Evr.of("2.1.2", "2.el9"));
    }

    @Test
    void anEpochForAVersionThatIsBehindIsTheLastResort() {
        Higher higher = higher("rpm", "1:2.9-5.el9", "3.0-1.el9");
        assertThat(higher.epoch()).isEqualTo(EpochUse.LAST_RESORT);
        assertThat(higher.sentence())
                .isEqualTo("1:2.9-5.el9 is higher than 3.0-1.el9 only by its epoch. An epoch can never be taken back."
                        + " The content of 1:2.9-5.el9 can be released as 3.0+really2.9-5.el9.");
    }

    @Test
    void noEpochIsProposedAboveTheHighest() {
        NotHigher refused = notHigher("debian", "2147483647:1.0-1", "2147483647:2.0-1");
        assertThat(refused.proposals())
                .extracting(VersionProposal::evr)
                .hasToString("[2147483647:2.0-2, 2147483647:2.0+really1.0-1]");
    }

    @Test
    void noEpochIsProposedWhereThereAreNone() {
        NotHigher refused = notHigher("semver", "2.9.0", "3.0.0");
        assertThat(refused.proposals()).extracting(VersionProposal::evr).hasToString("[3.0.1, 3.0.1+really2.9.0]");
    }

    @Test
    void saysSoWhereNothingLegalIsCloseAbove() {
        String longest = "9".repeat(1024);
        NotHigher refused = notHigher("maven", longest, longest);
        assertThat(refused.proposals()).isEmpty();
        assertThat(refused.sentence()).endsWith("No legal version is close above it.");
    }

    @Test
    void aFixedReleaseIsCloseAboveTheFloor() {
        assertThat(rules("rpm").fixedRelease(Evr.of("3.0", "1.el9")))
                .hasValue(new VersionProposal(
                        Evr.of("3.0", "2.el9"), EpochUse.KEPT, "Next possible version: 3.0-2.el9."));
    }

    @ParameterizedTest
    @CsvSource({
        "rpm, 2.9-4.el9, 3.0-1.el9, '[3.0+really2.9-4.el9, 1:2.9-4.el9]'",
        "rpm, 3.0-1.el9, 3.0-2.el9, [3.0-3.el9]",
        "rpm, 3.0-1.el9, 3.0-1.el9, [3.0-2.el9]",
        "rpm, 2.9-4.el9, 3.0+really2.9-4.el9, '[3.0+really2.9-5.el9, 1:2.9-4.el9]'",
        "rpm, 2.8-1, 3.0+really2.9-4, '[3.0+really2.9+really2.8-1, 1:2.8-1]'",
        "rpm, 4294967295:2.9-4, 4294967295:3.0-1, [4294967295:3.0+really2.9-4]",
        "debian, 2.9-4, 3.0-1, '[3.0+really2.9-4, 1:2.9-4]'",
        "semver, 2.9.0, 3.0.0, [3.0.1+really2.9.0]",
        "maven, 2.9, 3.0, [3.0-really2.9]",
    })
    void theLastGoodContentComesAgainUnderAHigherVersion(String scheme, String good, String floor, String expected) {
        VersionScheme versions = VersionSchemes.named(scheme);
        List<VersionProposal> ways =
                new VersioningRules(versions).lastGoodAgain(versions.parse(good), versions.parse(floor));
        assertThat(ways).extracting(VersionProposal::evr).hasToString(expected);
    }

    @Test
    void theLastGoodVersionIsNotHigherThanWhatWasExposed() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> rules("rpm").lastGoodAgain(Evr.of("3.1", "1"), Evr.of("3.0", "1")))
                .withMessage(
                        "Last good version 3.1-1: must not be higher than 3.0-1, the highest version ever exposed");
    }

    @Test
    void whatAHostsSchemeProposesIsChecked() {
        VersionScheme stubborn = new VersionScheme() {
            @Override
            public String name() {
                return "stubborn";
            }

            @Override
            public Evr parse(String text) {
                return Evr.of(text, "");
            }

            @Override
            public Evr next(Evr floor) {
                return floor;
            }

            @Override
            public int compare(Evr left, Evr right) {
                return left.version().compareTo(right.version());
            }
        };
        assertThat(new VersioningRules(stubborn).fixedRelease(Evr.of("a", ""))).isEmpty();
    }

    @Test
    void whatWouldBeReadBackAsAnotherVersionIsNotProposed() {
        RpmVersionScheme rpm = new RpmVersionScheme();
        VersionScheme careless = new VersionScheme() {
            @Override
            public String name() {
                return "careless";
            }

            @Override
            public Evr parse(String text) {
                return rpm.parse(text);
            }

            @Override
            public Evr next(Evr floor) {
                return Evr.of("2:" + floor.version(), floor.release());
            }

            @Override
            public int compare(Evr left, Evr right) {
                return rpm.compare(left, right);
            }
        };
        assertThat(new VersioningRules(careless).fixedRelease(Evr.of("1.0", "1")))
                .as("2:1.0-1 is 1.0 of epoch 2")
                .isEmpty();
    }

    private static VersioningRules rules(String scheme) {
        return new VersioningRules(VersionSchemes.named(scheme));
    }

    private static VersionJudgement judge(String scheme, String candidate, String floor) {
        VersionScheme versions = VersionSchemes.named(scheme);
        return new VersioningRules(versions).judge(versions.parse(candidate), versions.parse(floor));
    }

    private static Higher higher(String scheme, String candidate, String floor) {
        VersionJudgement judgement = judge(scheme, candidate, floor);
        assertThat(judgement).isInstanceOf(Higher.class);
        return (Higher) judgement;
    }

    private static NotHigher notHigher(String scheme, String candidate, String floor) {
        VersionJudgement judgement = judge(scheme, candidate, floor);
        assertThat(judgement).isInstanceOf(NotHigher.class);
        return (NotHigher) judgement;
    }
}
