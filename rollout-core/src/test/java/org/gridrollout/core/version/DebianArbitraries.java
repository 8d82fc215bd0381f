package org.gridrollout.core.version;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.gridrollout.api.software.Evr;

/** Legal Debian versions, biased to what is hard. */
final class DebianArbitraries {

    private static final Arbitrary<String> REVISION_PARTS =
            Arbitraries.of(".", "+", "~", "~~", "0", "00", "1", "01", "9", "10", "a", "ab", "Z", "rc", "+really1");
    private static final Arbitrary<String> UPSTREAM_PARTS =
            Arbitraries.oneOf(REVISION_PARTS, REVISION_PARTS, REVISION_PARTS, Arbitraries.of("-", ":"));

    private DebianArbitraries() {}

    static Arbitrary<Evr> evrs() {
        Arbitrary<String> upstream = Combinators.combine(
                        Arbitraries.of("0", "00", "1", "10"), texts(UPSTREAM_PARTS, 0, 4))
                .as(String::concat);
        Arbitrary<String> revision = Arbitraries.oneOf(Arbitraries.just(""), texts(REVISION_PARTS, 1, 3));
        return Combinators.combine(Arbitraries.of(0L, 0L, 1L, (long) Integer.MAX_VALUE), upstream, revision)
                .as(DebianArbitraries::legal);
    }

    private static Evr legal(long epoch, String upstream, String revision) {
        String withoutColon = epoch == 0 ? upstream.replace(":", "") : upstream;
        return new Evr(epoch, revision.isEmpty() ? withoutColon.replace("-", "") : withoutColon, revision);
    }

    private static Arbitrary<String> texts(Arbitrary<String> parts, int min, int max) {
        return parts.list().ofMinSize(min).ofMaxSize(max).map(each -> String.join("", each));
    }
}
