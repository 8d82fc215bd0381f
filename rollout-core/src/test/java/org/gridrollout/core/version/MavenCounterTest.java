package org.gridrollout.core.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Comparator;
import org.junit.jupiter.api.Test;

class MavenCounterTest {

    /** Sees nothing but the first number, so that no other way up is higher. */
    private static final Comparator<String> BY_FIRST_NUMBER =
            Comparator.comparing(text -> Integer.valueOf(text.replaceAll("[^0-9].*", "")));

    @Test
    void countsTheFirstNumberUpWhereNothingElseIsHigher() {
        assertThat(MavenCounter.next("19.5", BY_FIRST_NUMBER)).isEqualTo("20");
        assertThat(MavenCounter.next("1.5-SNAPSHOT", BY_FIRST_NUMBER)).isEqualTo("2");
    }

    @Test
    void countsNothingUpThatDoesNotBeginWithANumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MavenCounter.next("jre", Comparator.naturalOrder()))
                .withMessage("jre does not begin with a number");
    }
}
