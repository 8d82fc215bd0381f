package org.gridrollout.core.version;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.gridrollout.api.software.Evr;

/** Legal semantic versions, mostly pre-releases of few versions so that equals and near misses meet. */
final class SemverArbitraries {

    private SemverArbitraries() {}

    static Arbitrary<Evr> evrs() {
        Arbitrary<String> numbers = Arbitraries.of("0", "1", "9", "10", "18446744073709551616");
        Arbitrary<String> core = numbers.list().ofSize(3).map(parts -> String.join(".", parts));
        Arbitrary<String> words = Arbitraries.of("0", "1", "9", "10", "a", "A", "rc", "-", "0a", "-1");
        return Combinators.combine(
                        Arbitraries.oneOf(core, Arbitraries.just("1.0.0")),
                        identifiers("-", words),
                        identifiers("+", Arbitraries.of("0", "01", "a", "-")))
                .as((numbersAlone, preRelease, build) -> numbersAlone + preRelease + build)
                .map(text -> Evr.of(text, ""));
    }

    private static Arbitrary<String> identifiers(String mark, Arbitrary<String> identifiers) {
        return identifiers.list().ofMaxSize(3).map(parts -> parts.isEmpty() ? "" : mark + String.join(".", parts));
    }
}
