package org.gridrollout.core.closure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.core.closure.naive.NaiveClosure;
import org.gridrollout.core.closure.rpm.RpmEcosystem;

class ClosureProperties {

    private static final RpmEcosystem RPM = RpmEcosystem.on("x86_64").withSeveralVersionsOf(Set.of("f"));

    @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
    void whatIsBrokenIsWhatTheSecondOpinionSays(@ForAll("universes") List<Pack> packs) {
        Closure closure = Closure.of(universe(packs));
        Set<String> second = NaiveClosure.of(RPM, built(packs)).broken().stream()
                .map(each -> each.sha256().toString())
                .collect(Collectors.toSet());
        assertThat(digests(closure.broken())).isEqualTo(second);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void whatIsNotBrokenHasAnInstallableSetToShow(@ForAll("universes") List<Pack> packs) {
        Universe universe = universe(packs);
        Closure closure = Closure.of(universe);
        NaiveClosure second = NaiveClosure.of(RPM, built(packs));
        universe.members().filter(closure::isInstallable).forEach(member -> {
            List<Member> witness = closure.witness(member).orElseThrow();
            Set<SoftwarePackage> set = built(packs).stream()
                    .filter(each -> witness.contains(Member.of(each.ref(), Origin.REPOSITORY)))
                    .collect(Collectors.toSet());
            assertThat(witness).contains(member);
            assertThat(set).hasSameSizeAs(witness);
            assertThat(second.isInstallable(set)).isTrue();
        });
    }

    @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
    void aChangedUniverseIsDecidedAsIfItWereNew(
            @ForAll("universes") List<Pack> packs, @ForAll("changes") List<List<Pack>> changes) {
        Closure closure = Closure.of(universe(packs));
        List<Pack> present = new ArrayList<>(new HashSet<>(packs));
        for (List<Pack> change : changes) {
            List<Pack> leaving = present.subList(0, Math.min(present.size(), change.size() / 2));
            UniverseChange universeChange = new UniverseChange(
                    RPM.read(new ArrayList<>(built(change)), Origin.REPOSITORY),
                    leaving.stream()
                            .map(each -> Member.of(each.built().ref(), Origin.REPOSITORY))
                            .toList());
            closure = closure.after(universeChange).after();
            leaving.clear();
            change.stream().filter(each -> !present.contains(each)).forEach(present::add);
            Closure fresh = Closure.of(universe(present));
            assertThat(digests(closure.broken())).isEqualTo(digests(fresh.broken()));
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void whatIsBrokenHasAnExplanationDownToTheRoot(@ForAll("universes") List<Pack> packs) {
        Closure closure = Closure.of(universe(packs));
        for (Member member : closure.broken()) {
            Explanation explanation = closure.explain(member).orElseThrow();
            assertThat(explanation.sentence()).startsWith(member.toString());
            Reason root = explanation.root();
            assertThat(root instanceof Reason.Unmet unmet && !unmet.candidates().isEmpty())
                    .isFalse();
        }
    }

    @Provide
    Arbitrary<List<Pack>> universes() {
        return PackArbitraries.universes();
    }

    @Provide
    Arbitrary<List<List<Pack>>> changes() {
        return PackArbitraries.packs()
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    private static Universe universe(Collection<Pack> packs) {
        return Universe.builder(RPM)
                .addAll(RPM.read(new ArrayList<>(built(packs)), Origin.REPOSITORY))
                .build();
    }

    private static Set<SoftwarePackage> built(Collection<Pack> packs) {
        return packs.stream().map(Pack::built).collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    private static Set<String> digests(Collection<Member> members) {
        return members.stream().map(Member::digest).collect(Collectors.toSet());
    }
}
