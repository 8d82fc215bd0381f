package org.gridrollout.core.rule;

import java.util.List;
import java.util.function.Function;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.spi.Candidate;
import org.gridrollout.api.spi.PromotionRule;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.api.verdict.RuleId;

/** A rule of a host's own. */
record HostRule(RuleId id, Kind kind, Function<Candidate, Finding> says) implements PromotionRule {

    static HostRule saying(String id, Kind kind, FindingOutcome outcome) {
        RuleId rule = RuleId.of(id);
        return new HostRule(
                rule, kind, candidate -> Finding.of(rule, outcome, id + " says so.", List.of(Party.MIDDLEWARE_UNIT)));
    }

    static HostRule throwing(String id) {
        return new HostRule(RuleId.of(id), Kind.PROCESS, candidate -> {
            throw new IllegalStateException("gate unreachable");
        });
    }

    HostRule derivedFrom(String... rules) {
        List<RuleId> roots = List.of(rules).stream().map(RuleId::of).toList();
        return new HostRule(id, kind, candidate -> says.apply(candidate).derivedFrom(roots));
    }

    @Override
    public Finding evaluate(Candidate candidate) {
        return says.apply(candidate);
    }
}
