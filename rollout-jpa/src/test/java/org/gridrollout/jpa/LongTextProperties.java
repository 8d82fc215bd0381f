package org.gridrollout.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LongTextProperties {

    @Property(tries = 50)
    void piecesJoinToTheTextAndNoneSplitsACharacter(
            @ForAll @IntRange(min = 0, max = 3) int wholes, @ForAll @IntRange(min = -3, max = 3) int more) {
        int length = Math.max(0, wholes * 500_000 + more);
        for (String unit : new String[] {"x", "\ud83d\udce6", "y\ud83d\udce6"}) {
            String text = unit.repeat(length / unit.length());
            LongText pieces = LongText.of(text);
            assertThat(String.join("", pieces.pieces()).equals(text)).isTrue();
            assertThat(pieces.pieces()).allSatisfy(piece -> {
                assertThat(piece.length()).isLessThanOrEqualTo(500_000);
                assertThat(!piece.isEmpty() && Character.isLowSurrogate(piece.charAt(0)))
                        .isFalse();
            });
            assertThat(pieces.parts()).isEqualTo(pieces.pieces().size() - 1);
        }
    }
}
