package org.gridrollout.core.version;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.gridrollout.api.software.Evr;

/** Versions biased to what is hard: marks, zeros, separators only, letters beside digits, and few of each, so that equals meet. */
final class VersionArbitraries {

    private VersionArbitraries() {}

    /** Legal versions and releases, not empty. */
    static Arbitrary<String> versions() {
        return Arbitraries.of(
                        ".", "_", "+", "~", "^", "..", "0", "00", "1", "01", "9", "10", "a", "b", "A", "ab", "rc",
                        "el9")
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(parts -> String.join("", parts));
    }

    /** Any text, legal or not. */
    static Arbitrary<String> texts() {
        return Arbitraries.oneOf(versions(), Arbitraries.strings().ofMaxLength(8), Arbitraries.just(""));
    }

    /** Legal full versions. */
    static Arbitrary<Evr> evrs() {
        return evrs(versions(), Arbitraries.oneOf(versions(), Arbitraries.just("")));
    }

    /** Full versions as a careless packager or another ecosystem might make them. */
    static Arbitrary<Evr> wildEvrs() {
        return evrs(texts().filter(text -> !text.isEmpty()), texts());
    }

    private static Arbitrary<Evr> evrs(Arbitrary<String> versions, Arbitrary<String> releases) {
        Arbitrary<Long> epochs = Arbitraries.of(0L, 0L, 0L, 1L, 0xFFFF_FFFFL);
        return Combinators.combine(epochs, versions, releases).as(Evr::new);
    }
}
