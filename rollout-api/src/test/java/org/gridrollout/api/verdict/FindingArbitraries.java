package org.gridrollout.api.verdict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.SiteId;

/** Findings of a handful of rules, which may be explained by rules with a smaller name, so that there is no circle. */
final class FindingArbitraries {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static final int RULES = 6;

    private FindingArbitraries() {}

    static Arbitrary<List<Finding>> findings() {
        return finding().list().ofMinSize(1).ofMaxSize(8);
    }

    static Arbitrary<Finding> finding() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, RULES - 1),
                        Arbitraries.of(FindingOutcome.class),
                        Arbitraries.integers().between(1, 5),
                        parties().list().uniqueElements().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.integers().between(0, RULES - 2).set().ofMaxSize(2),
                        Arbitraries.of(Enforcement.class))
                .as(FindingArbitraries::finding);
    }

    private static Finding finding(
            int rule,
            FindingOutcome outcome,
            int hour,
            List<Party> mustAct,
            java.util.Set<Integer> roots,
            Enforcement enforcement) {
        Finding finding = outcome == FindingOutcome.WAIT
                ? Finding.waitUntil(rule(rule), "waits " + hour, NOON.plusSeconds(3600L * hour))
                : new Finding(
                        rule(rule),
                        outcome,
                        "says " + hour,
                        Map.of("hour", Integer.toString(hour)),
                        java.util.Optional.empty(),
                        outcome.passes() ? List.of() : mustAct);
        List<RuleId> smaller = new ArrayList<>();
        roots.stream().filter(each -> each < rule).sorted().forEach(each -> smaller.add(rule(each)));
        Finding derived = finding.derivedFrom(smaller);
        return enforcement == Enforcement.OBSERVED ? derived.observed() : derived;
    }

    static RuleId rule(int number) {
        return RuleId.of("rule-" + number);
    }

    private static Arbitrary<Party> parties() {
        return Arbitraries.of(
                Party.MIDDLEWARE_UNIT, Party.site(SiteId.of("CERN-PROD")), Party.site(SiteId.of("DESY-HH")));
    }
}
