package org.gridrollout.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class IdentifierTest {

    private static final Pattern FIRST = Pattern.compile("[A-Za-z0-9]");
    private static final Pattern LATER = Pattern.compile("[A-Za-z0-9._+~:@-]");

    @Test
    void takesExactlyTheCharactersOfItsRule() {
        List<String> misjudged = new ArrayList<>();
        for (int c = 0; c <= Character.MAX_VALUE; c += c < 512 ? 1 : 97) {
            String one = String.valueOf((char) c);
            boolean fitsLater = LATER.matcher(one).matches();
            if (isLegal(one) != FIRST.matcher(one).matches()
                    || isLegal("a" + one) != fitsLater
                    || isLegal("a" + one + "z") != fitsLater) {
                misjudged.add(Integer.toHexString(c));
            }
        }
        assertThat(misjudged).isEmpty();
    }

    @Test
    void refusesNothingAtAll() {
        assertThat(isLegal("")).isFalse();
    }

    @Test
    void takesAsManyCharactersAsItSays() {
        assertThat(Identifier.require("Name", "n".repeat(128))).hasSize(128);
        assertThat(Identifier.requireComposed("Name", "n".repeat(200))).hasSize(200);
        assertThat(isLegal("n".repeat(129))).isFalse();
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Identifier.requireComposed("Name", "n".repeat(201)));
    }

    @Test
    void saysWhatIsWrongWithANameAndShortensOneThatIsTooLong() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Identifier.require("SiteId", "n".repeat(129)))
                .withMessageStartingWith("SiteId: must be 1 to 128 letters, digits or . _ + ~ : @ -")
                .withMessageEndingWith("'" + "n".repeat(128) + "...'");
    }

    private static boolean isLegal(String value) {
        try {
            return Identifier.require("Name", value).equals(value);
        } catch (InvalidValueException e) {
            return false;
        }
    }
}
