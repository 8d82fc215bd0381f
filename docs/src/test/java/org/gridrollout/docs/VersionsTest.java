package org.gridrollout.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.spi.VersionScheme;
import org.gridrollout.core.version.EpochUse;
import org.gridrollout.core.version.VersionJudgement;
import org.gridrollout.core.version.VersionProposal;
import org.gridrollout.core.version.VersionSchemes;
import org.gridrollout.core.version.VersioningRules;
import org.junit.jupiter.api.Test;

/** The snippets on versions, and what the text beside them says. */
class VersionsTest {

    @Test
    void rulesSayWhatMayFollowAFloor() {
        // snippet:versions-judge
        VersionScheme rpm = VersionSchemes.named("rpm"); // or debian, semver, maven, or a host's own
        VersioningRules rules = new VersioningRules(rpm);

        Evr floor = rpm.parse("3.0-1.el9"); // the highest version the platform has ever seen
        VersionJudgement judgement = rules.judge(rpm.parse("2.9-5.el9"), floor);
        // end
        assertThat(judgement.sentence())
                .isEqualTo("2.9-5.el9 is not higher than 3.0-1.el9. Next possible version: 3.0-2.el9."
                        + " The content of 2.9-5.el9 can be released as 3.0+really2.9-5.el9."
                        + " The version of 2.9-5.el9 can be kept only under another epoch, as 1:2.9-5.el9:"
                        + " the last resort, since an epoch can never be taken back.");
    }

    @Test
    void rulesProposeHowToBringTheLastGoodContentBack() {
        VersionScheme rpm = VersionSchemes.named("rpm");
        VersioningRules rules = new VersioningRules(rpm);
        Evr floor = rpm.parse("3.0-1.el9");
        // snippet:versions-again
        List<VersionProposal> ways = rules.lastGoodAgain(rpm.parse("2.9-4.el9"), floor);
        // end
        assertThat(ways).extracting(VersionProposal::evr).hasToString("[3.0+really2.9-4.el9, 1:2.9-4.el9]");
        assertThat(ways).extracting(VersionProposal::epoch).containsExactly(EpochUse.KEPT, EpochUse.LAST_RESORT);
    }
}
