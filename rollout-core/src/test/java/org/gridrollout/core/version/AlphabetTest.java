package org.gridrollout.core.version;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlphabetTest {

    private final Alphabet alphabet = Alphabet.lettersDigitsAnd(".~");

    @ParameterizedTest
    @ValueSource(strings = {"a", "z", "A", "Z", "0", "9", ".", "~"})
    void holdsLettersDigitsAndItsMarks(String text) {
        assertThat(alphabet.spells(text, 0, 1)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"`", "{", "@", "[", "/", ":", "-", "\u007f", "\u0080", "\u00e9", "\u0663"})
    void holdsNothingElse(String text) {
        assertThat(alphabet.spells(text, 0, 1)).isFalse();
    }
}
