package org.gridrollout.core.closure;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Small worlds of packages that get in each other's way. */
public final class PackArbitraries {

    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e", "f");
    private static final List<String> VERSIONS = List.of("1-1", "1-2", "2-1", "3-1", "1:1-1");
    private static final List<String> BOUNDS = List.of("1", "1-1", "1-2", "2", "2-1", "3", "1:1", "1:0-1");
    private static final List<String> FILES = List.of("/usr/bin/x", "/usr/bin/y", "/etc/z");

    private PackArbitraries() {}

    public static Arbitrary<List<Pack>> universes() {
        return packs().list().ofMinSize(1).ofMaxSize(9);
    }

    public static Arbitrary<Pack> packs() {
        return Combinators.combine(
                        Arbitraries.of(NAMES),
                        Arbitraries.of(VERSIONS),
                        Arbitraries.frequencyOf(
                                Tuple.of(6, Arbitraries.just("noarch")),
                                Tuple.of(2, Arbitraries.just("x86_64")),
                                Tuple.of(2, Arbitraries.just("i686"))),
                        plain().list().ofMaxSize(2),
                        requirements().list().ofMaxSize(3),
                        conflicts().list().ofMaxSize(1),
                        plain().list().ofMaxSize(1),
                        Arbitraries.of(FILES).list().ofMaxSize(1))
                .as(Pack::new);
    }

    private static Arbitrary<String> requirements() {
        return Arbitraries.frequencyOf(Tuple.of(6, asked()), Tuple.of(1, Arbitraries.of(FILES)), Tuple.of(3, rich(2)));
    }

    private static Arbitrary<String> conflicts() {
        Arbitrary<String> either = Combinators.combine(
                        asked(), Arbitraries.of("or", "and", "with", "without", "unless"), asked())
                .as((one, word, other) -> "(" + one + " " + word + " " + other + ")");
        return Arbitraries.frequencyOf(Tuple.of(3, asked()), Tuple.of(1, either));
    }

    /** Provided or asked for. */
    private static Arbitrary<String> asked() {
        return plain();
    }

    private static Arbitrary<String> plain() {
        Arbitrary<String> names =
                Arbitraries.frequencyOf(Tuple.of(5, Arbitraries.of(NAMES)), Tuple.of(2, Arbitraries.of("v", "w")));
        Arbitrary<String> bounds = Combinators.combine(
                        Arbitraries.of("<", "<=", "=", ">=", ">"), Arbitraries.of(BOUNDS))
                .as((relation, version) -> " " + relation + " " + version);
        return Combinators.combine(
                        names, Arbitraries.frequencyOf(Tuple.of(2, Arbitraries.just("")), Tuple.of(1, bounds)))
                .as(String::concat);
    }

    private static Arbitrary<String> rich(int depth) {
        Arbitrary<String> operand = depth == 0
                ? asked()
                : Arbitraries.frequencyOf(Tuple.of(3, asked()), Tuple.of(1, Arbitraries.lazy(() -> rich(depth - 1))));
        Arbitrary<String> two = Combinators.combine(operand, Arbitraries.of("or", "and", "if", "unless"), operand)
                .as((one, word, other) -> "(" + one + " " + word + " " + other + ")");
        Arbitrary<String> three = Combinators.combine(operand, Arbitraries.of("if", "unless"), operand, operand)
                .as((one, word, other, otherwise) -> "(" + one + " " + word + " " + other + " else " + otherwise + ")");
        Arbitrary<String> onOne = Combinators.combine(asked(), Arbitraries.of("with", "without"), asked())
                .as((one, word, other) -> "(" + one + " " + word + " " + other + ")");
        return Arbitraries.frequencyOf(Tuple.of(4, two), Tuple.of(1, three), Tuple.of(2, onOne));
    }
}
