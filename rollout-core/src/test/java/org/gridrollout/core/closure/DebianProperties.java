package org.gridrollout.core.closure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gridrollout.core.closure.debian.DebianEcosystem;
import org.gridrollout.core.closure.debian.DebianPackage;

class DebianProperties {

    private static final DebianEcosystem AMD64 = DebianEcosystem.on("amd64");

    @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
    void whatIsBrokenIsInNoSubsetThatHolds(@ForAll("universes") List<DebianPackage> packages) {
        UniverseBuilder builder = Universe.builder(AMD64);
        packages.forEach(each -> builder.add(AMD64.read(each, Origin.BASE)));
        Set<String> broken = Closure.of(builder.build()).broken().stream()
                .map(Member::toString)
                .collect(Collectors.toSet());
        assertThat(broken).isEqualTo(DebianSubsets.broken(packages));
    }

    /** At most one package of a name and version. */
    @Provide
    Arbitrary<List<DebianPackage>> universes() {
        return packages().list().ofMinSize(1).ofMaxSize(6).map(list -> {
            Map<String, DebianPackage> distinct = new LinkedHashMap<>();
            list.forEach(each -> distinct.putIfAbsent(each.name() + " " + each.version(), each));
            return List.copyOf(distinct.values());
        });
    }

    private static Arbitrary<DebianPackage> packages() {
        Arbitrary<String> groups = relations().list().ofMinSize(1).ofMaxSize(3).map(each -> String.join(" | ", each));
        return Combinators.combine(
                        Arbitraries.of("a", "b", "c", "d", "e"),
                        Arbitraries.of("1", "2", "1:1"),
                        Arbitraries.of("", "allowed", "foreign"),
                        groups.list().ofMaxSize(3).map(each -> String.join(", ", each)),
                        Arbitraries.of("v", "w", "v (= 2)", "b (= 1)", "c")
                                .list()
                                .ofMaxSize(2)
                                .map(each -> String.join(", ", each)),
                        relations().list().ofMaxSize(2).map(each -> String.join(", ", each)))
                .as((name, version, multiArch, depends, provides, conflicts) ->
                        new DebianPackage(name, version, "all", multiArch, "", "", depends, provides, conflicts, ""));
    }

    private static Arbitrary<String> relations() {
        return Combinators.combine(
                        Arbitraries.of("a", "b", "c", "d", "e", "v", "w"),
                        Arbitraries.of("", "", "", ":any", ":amd64"),
                        Arbitraries.of("", "", " (= 1)", " (>= 2)", " (<< 2)", " (>> 1)", " (<= 1:1)"))
                .as((name, qualifier, bound) -> name + qualifier + bound);
    }
}
