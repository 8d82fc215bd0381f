package org.gridrollout.filesystem.yum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.gridrollout.filesystem.rpm.RpmMetadata.ChangelogEntry;
import org.gridrollout.filesystem.rpm.RpmMetadataBuilder;
import org.junit.jupiter.api.Test;

class OtherFragmentTest {

    @Test
    void listsTheTenLatestChangesOldestFirst() {
        RpmMetadataBuilder rpm = RpmSamples.voms();
        for (int day = 20; day > 0; day--) {
            rpm.addChangelog(new ChangelogEntry("Ada", day * 86_400L, "- day " + day));
        }
        List<String> texts = matches("- day [0-9]+", RpmSamples.other(rpm.build()));
        assertThat(texts).hasSize(10).first().isEqualTo("- day 11");
        assertThat(texts).last().isEqualTo("- day 20");
    }

    @Test
    void keepsChangesOfOneDayInOrderByASecondEach() {
        String other = RpmSamples.other(RpmSamples.voms()
                .addChangelog(new ChangelogEntry("Ada", 500, "- third"))
                .addChangelog(new ChangelogEntry("Ada", 500, "- second"))
                .addChangelog(new ChangelogEntry("Ada", 500, "- first"))
                .build());
        assertThat(matches("date=\"[0-9]+\">- [a-z]+", other))
                .containsExactly("date=\"500\">- first", "date=\"501\">- second", "date=\"502\">- third");
    }

    @Test
    void trimsBlanksAfterTheAuthor() {
        assertThat(RpmSamples.other(RpmSamples.voms()
                        .addChangelog(new ChangelogEntry("Ada <ada@example.org>  ", 1, "-"))
                        .build()))
                .contains("author=\"Ada &lt;ada@example.org&gt;\"");
    }

    private static List<String> matches(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
