package org.gridrollout.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.gridrollout.api.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeTextTest {

    private static final String HALF = "a\ud83d";

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "\u00e9\u20ac", "\ud83d\udce6", "a\ud83d\udce6\ud83d\ude80b", "\u0000\uffff"})
    void isWhateverHasAnEncoding(String text) {
        assertThat(WholeText.is(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\ud83d",
                "\udce6",
                "a\ud83d",
                "\ud83da",
                "\udce6\ud83d",
                "\ud83d\ud83d\udce6",
                "\ud83d\udce6\udce6"
            })
    void isNotWhatADatabaseWouldGiveBackAsSomethingElse(String text) {
        assertThat(WholeText.is(text)).isFalse();
    }

    @Test
    void isAskedOfAllThatGoesIntoTheJournal() {
        assertThatThrownBy(() -> new JournalEntry(HALF, Instant.EPOCH, Instant.EPOCH, HALF, HALF))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContainingAll("type must not hold", "actor must not hold", "body must not hold");
        assertThatThrownBy(() -> new StreamId(StreamId.Kind.ROLLOUT, HALF))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("name must not hold half of a surrogate pair");
    }
}
