package org.gridrollout.core.closure.rpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gridrollout.core.closure.MalformedDependencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RichDependencyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a and b and c)",
                "(a or (b and c >= 1.0))",
                "(a if b else c)",
                "(a unless (b or c) else d = 2)",
                "(libvoms.so.1()(64bit) with voms < 3)",
                "(config(voms) = 2.1-1 without perl(Voms::Old))"
            })
    void isWrittenAsItIsRead(String text) {
        assertThat(RichDependency.parse(text)).hasToString(text);
    }

    @Test
    void takesParenthesesAroundOneThingAway() {
        assertThat(RichDependency.parse("((( a )) and (b) )")).hasToString("(a and b)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a                  | 1  | starts with '('
            ()                 | 2  | a capability is missing
            (a                 | 3  | ')' is missing
            (a and)            | 7  | a capability is missing
            (and b)            | 2  | a capability is missing before 'and'
            (a b)              | 4  | expected an operator
            (a >= )            | 7  | a version is missing
            (a and b or c)     | 10 | needs parentheses of its own
            (a if b if c)      | 9  | needs parentheses of its own
            (a or b else c)    | 9  | 'else' goes with one 'if' or 'unless'
            (a if b else c else d) | 16 | 'else' goes with one 'if' or 'unless'
            (a with (b and c)) | 19 | cannot be asked of one package
            (a) b              | 5  | nothing may follow
            """)
    void saysWhatIsWrongAndWhere(String text, int character, String problem) {
        assertThatThrownBy(() -> RichDependency.parse(text))
                .isInstanceOf(MalformedDependencyException.class)
                .hasMessageContaining("at character " + character + ":")
                .hasMessageContaining(problem);
    }

    @Test
    void refusesNestingWithoutEnd() {
        String text = "(a or ".repeat(100_000) + "b" + ")".repeat(100_000);
        assertThatThrownBy(() -> RichDependency.parse(text)).hasMessageContaining("nested deeper than 64 levels");
    }

    @Test
    void refusesAlternativesWithoutEnd() {
        String text = "(a" + " or a".repeat(100_000) + ")";
        assertThatThrownBy(() -> RichDependency.parse(text)).hasMessageContaining("more than 1000 capabilities");
    }
}
