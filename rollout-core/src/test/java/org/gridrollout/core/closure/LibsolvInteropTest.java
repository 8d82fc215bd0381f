package org.gridrollout.core.closure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.gridrollout.core.closure.rpm.RpmEcosystem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random universes against libsolv, on which dnf is built. More of them with {@code -Dgridrollout.universes=1000}; repeat a
 * failure with {@code -Dgridrollout.seed=...}.
 */
@Tag("interop")
class LibsolvInteropTest {

    private static final int UNIVERSES = Integer.getInteger("gridrollout.universes", 200);
    private static final long SEED = Long.getLong("gridrollout.seed", System.nanoTime());
    private static final RpmEcosystem RPM = RpmEcosystem.on("x86_64").withSeveralVersionsOf(Set.of("f"));

    @Test
    void whatLibsolvCannotInstallIsBroken() {
        assumeTrue(Libsolv.isThere(), "python3-solv is not installed");
        JqwikSession.run(LibsolvInteropTest::compare);
    }

    private static void compare() throws IOException {
        Random random = new Random(SEED);
        RandomGenerator<List<Pack>> generator = PackArbitraries.universes().generator(1000);
        int broken = 0;
        int whole = 0;
        try (Libsolv libsolv = Libsolv.start("f")) {
            for (int i = 0; i < UNIVERSES; i++) {
                List<Pack> packs = distinct(generator.next(random).value().stream()
                        .map(LibsolvInteropTest::withoutConflictUnlessWithItself)
                        .toList());
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

    /**
     * libsolv forgets {@code Conflicts: (a unless b)} of a package that provides a itself if nobody provides b, and keeps it
     * if somebody does, even if b cannot be installed. We keep it always; so such conflicts are not asked about.
     */
    private static Pack withoutConflictUnlessWithItself(Pack pack) {
        return pack.conflicts(pack.conflicts().stream()
                .filter(each -> !each.contains(" unless ")
                        || Stream.concat(Stream.of(pack.name()), pack.provides().stream())
                                .noneMatch(
                                        own -> each.substring(1).split(" ")[0].equals(own.split(" ")[0])))
                .toArray(String[]::new));
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
