package org.gridrollout.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.software.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalHeadTest {

    private static final Sha256 DIGEST = new Sha256("0123456789abcdef".repeat(4));

    @Test
    void isReadBackFromTheTextItWasKeptAs() {
        JournalHead head = new JournalHead(4711, DIGEST);
        assertThat(head).hasToString("4711:" + DIGEST);
        assertThat(JournalHead.parse(head.toString())).isEqualTo(head);
        assertThat(JournalHead.parse(JournalHead.EMPTY.toString())).isEqualTo(JournalHead.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "DIGEST", "4711", "4711:", "4711:abc", "-1:DIGEST", "04711:DIGEST", "4711:DIGEST\n"})
    void isReadFromNothingElse(String pattern) {
        String text = pattern.replace("DIGEST", DIGEST.hex());
        assertThatThrownBy(() -> JournalHead.parse(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("must be a position, a colon and 64 hexadecimal digits, was '" + text);
    }

    @Test
    void ofNoRecordsIsOneAlone() {
        assertThatThrownBy(() -> new JournalHead(0, DIGEST))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("digest at position 0 must be zeros");
        assertThatThrownBy(() -> new JournalHead(-1, DIGEST))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("position must not be negative, was -1");
    }
}
