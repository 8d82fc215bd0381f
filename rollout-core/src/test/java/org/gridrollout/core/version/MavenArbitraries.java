package org.gridrollout.core.version;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.gridrollout.api.software.Evr;

/** Legal Maven versions, biased to qualifiers, to their aliases and to zeros. */
final class MavenArbitraries {

    private MavenArbitraries() {}

    static Arbitrary<Evr> evrs() {
        Arbitrary<String> parts = Arbitraries.of(
                ".",
                "-",
                "_",
                "+",
                "0",
                "00",
                "1",
                "01",
                "10",
                "alpha",
                "beta",
                "milestone",
                "rc",
                "cr",
                "SNAPSHOT",
                "-SNAPSHOT",
                "ga",
                "final",
                "release",
                "sp",
                "a1",
                "b",
                "m2",
                "foo",
                "min",
                "max",
                "-rc-",
                "-really1");
        return Combinators.combine(
                        Arbitraries.of("0", "00", "1", "1.0", "10"),
                        parts.list().ofMaxSize(4))
                .as((number, more) -> number + String.join("", more))
                .map(text -> text.replaceAll("[._+-]+$", ""))
                .map(text -> Evr.of(text, ""));
    }
}
