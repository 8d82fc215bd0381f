package org.gridrollout.core.closure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.RandomGenerator;
import org.gridrollout.core.closure.rpm.RpmEcosystem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random universes against libsolv, on which dnf is built. More of them with {@code -Dgridrollout.universes=1000}; repeat a
 * failure with {@code -Dgridrollout.seed=...}.
 */
@Tag("interop")
class LibsolvInteropTest {

    private static final int UNIVERSES = Integer.getInteger("gridrollout.universes", 300);
    private static final long SEED = Long.getLong("gridrollout.seed", System.nanoTime());
    private static final RpmEcosystem RPM = RpmEcosystem.on("x86_64").withSeveralVersionsOf(Set.of("f"));

    @Test
    void whatLibsolvCannotInstallIsBroken() throws Exception {
        assumeTrue(Libsolv.isThere(), "python3-solv is not installed");
        Random random = new Random(SEED);
        RandomGenerator<List<Pack>> generator = PackArbitraries.universes().generator(1000);
        int broken = 0;
        int whole = 0;
        try (Libsolv libsolv = Libsolv.start("f")) {
            for (int i = 0; i < UNIVERSES; i++) {
                List<Pack> packs = distinct(generator.next(random).value());
                if (!ours(packs).equals(libsolv.broken(packs))) {
                    List<Pack> smallest = Shrinking.smallest(
                            packs, each -> !ours(distinct(each)).equals(libsolv.broken(distinct(each))));
                    assertThat(ours(smallest))
                            .as("seed %d: broken of %s", SEED, smallest)
                            .isEqualTo(libsolv.broken(smallest));
                }
                broken += ours(packs).size();
                whole += packs.size() - ours(packs).size();
            }
        }
        assertThat(Math.min(broken, whole)).as("packages of both kinds").isGreaterThan(UNIVERSES / 2);
    }

    private static List<Pack> distinct(List<Pack> packs) {
        return List.copyOf(new LinkedHashSet<>(packs));
    }

    private static Set<Pack> ours(List<Pack> packs) {
        Closure closure = Closure.of(Universe.builder(RPM)
                .addAll(RPM.read(packs.stream().map(Pack::built).toList(), Origin.REPOSITORY))
                .build());
        return packs.stream()
                .filter(each -> !closure.isInstallable(Member.of(each.built().ref(), Origin.REPOSITORY)))
                .collect(Collectors.toSet());
    }
}
