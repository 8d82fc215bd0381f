package org.gridrollout.core.version;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Rows of {@code lower < higher} and of equals that everyone who sorts RPM versions must get right. */
final class WellKnownCases {

    private WellKnownCases() {}

    static Stream<Arguments> rising() {
        return Stream.of(
                Arguments.of("1.9", "1.10", "numbers, not texts"),
                Arguments.of("0.9.9", "1", "the first number weighs most"),
                Arguments.of("1", "1.0", "one segment more"),
                Arguments.of("2.1.2~rc1", "2.1.2", "a tilde is before the end"),
                Arguments.of("2.1.2~rc1", "2.1.2~rc2", "tildes of one version go on by their rest"),
                Arguments.of("2.1.2~~", "2.1.2~", "two tildes are before one"),
                Arguments.of("2.1.2~", "2.1.2~a", "after a tilde the end is before a letter"),
                Arguments.of("2.1.2", "2.1.2^git5", "a caret is after the end"),
                Arguments.of("2.1.2^git5", "2.1.2a", "a caret is before letters"),
                Arguments.of("2.1.2^git5", "2.1.2.0", "a caret is before numbers"),
                Arguments.of("2.1.2~rc1^git5", "2.1.2", "a snapshot of a pre-release is still one"),
                Arguments.of("2.1.2~rc1", "2.1.2~rc1^git5", "and after the pre-release it follows"),
                Arguments.of("2.1.2~", "2.1.2^", "a tilde is before a caret"),
                Arguments.of("1.a", "1.0", "letters are before numbers"),
                Arguments.of("1.Z", "1.a", "capitals are before small letters"),
                Arguments.of("1.a", "1.ab", "a word is before its continuation"),
                Arguments.of("1.ab", "1.b", "words compare letter by letter"),
                Arguments.of("1.a.b", "1.ab", "a separator ends a word"),
                Arguments.of("a1", "ab", "but a number ends it before it is compared"),
                Arguments.of("1.01", "1_02", "the numbers decide, whatever is before them"),
                Arguments.of("1.~a", "1~b", "marks are alike with separators before them"),
                Arguments.of("9223372036854775807", "9223372036854775808", "numbers outgrow a long"),
                Arguments.of("20260302", "20260302000000", "the longer number is greater"));
    }

    static Stream<Arguments> equal() {
        return Stream.of(
                Arguments.of("1.0", "1.00", "leading zeros do not count"),
                Arguments.of("1.0", "1.000000000000000000000", "however many"),
                Arguments.of("1.1", "1.01", "nor before another digit"),
                Arguments.of("1.0", "1_0", "separators are alike"),
                Arguments.of("1.0", "1..0", "and may repeat"),
                Arguments.of("1.0", "1.0.", "or end the text"),
                Arguments.of("1.0", ".1.0", "or begin it"),
                Arguments.of("1a2", "1.a.2", "a change of kind separates too"),
                Arguments.of("", "...", "separators only are nothing"),
                Arguments.of("1.\u00e9", "1", "what is not ASCII separates"),
                Arguments.of("1\u00801", "1.1", "from the first character beyond it on"),
                Arguments.of("1.\u0663", "1", "even if Unicode calls it a digit"));
    }
}
