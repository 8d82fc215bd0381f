package org.gridrollout.core.closure;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.gridrollout.core.closure.rpm.RpmEcosystem;

/** Universes of RPM packages for a machine of x86_64, in few words. */
final class Universes {

    static final RpmEcosystem RPM = RpmEcosystem.on("x86_64").withSeveralVersionsOf(Set.of("kernel"));

    private Universes() {}

    static Closure closureOf(Pack... packs) {
        return Closure.of(universeOf(packs));
    }

    static Universe universeOf(Pack... packs) {
        return Universe.builder(RPM).addAll(facts(packs)).build();
    }

    static List<PackageFacts> facts(Pack... packs) {
        return Arrays.stream(packs)
                .map(each -> RPM.read(each.built(), Origin.REPOSITORY))
                .toList();
    }

    static Member member(Pack pack) {
        return Member.of(pack.built().ref(), Origin.REPOSITORY);
    }

    static UniverseChange replacing(Pack old, Pack... with) {
        return new UniverseChange(facts(with), List.of(member(old)));
    }

    static boolean installs(Pack pack, Pack... others) {
        Pack[] all = Arrays.copyOf(others, others.length + 1);
        all[others.length] = pack;
        return closureOf(all).isInstallable(member(pack));
    }

    static String why(Pack pack, Pack... others) {
        Pack[] all = Arrays.copyOf(others, others.length + 1);
        all[others.length] = pack;
        return closureOf(all).explain(member(pack)).orElseThrow().sentence();
    }
}
