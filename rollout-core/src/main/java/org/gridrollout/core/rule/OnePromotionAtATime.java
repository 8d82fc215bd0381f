package org.gridrollout.core.rule;

import java.util.ArrayList;
import java.util.List;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.rollout.ProductLine;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.spi.Candidate;
import org.gridrollout.api.spi.PromotionRule;
import org.gridrollout.api.verdict.Change;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.api.verdict.Grounds;
import org.gridrollout.api.verdict.RuleId;

/** What a promotion replaces is settled when it is decided, so another release of the product has to arrive first. */
final class OnePromotionAtATime implements PromotionRule {

    private static final Finding PASS = Finding.pass(
            BuiltInRules.ONE_PROMOTION_AT_A_TIME, "No other release of the product is on its way into production.");

    @Override
    public RuleId id() {
        return BuiltInRules.ONE_PROMOTION_AT_A_TIME;
    }

    @Override
    public Kind kind() {
        return Kind.INTEGRITY;
    }

    @Override
    public Finding evaluate(Candidate candidate) {
        List<ReleaseId> underway = underway(candidate);
        return underway.isEmpty()
                ? PASS
                : Finding.of(
                                id(),
                                FindingOutcome.WAIT_FOR,
                                new Underway(underway),
                                underway.stream().map(Party::release).toList())
                        .passesIf(underway.stream()
                                .map(each -> Change.by(Party.release(each), "arrives in production", id()))
                                .toList());
    }

    private static List<ReleaseId> underway(Candidate candidate) {
        List<ProductLine.Entry> living = candidate.line().living();
        List<ReleaseId> underway = List.of();
        for (int i = 0; i < living.size(); i++) {
            ProductLine.Entry each = living.get(i);
            if (each.state() == RolloutState.PROMOTING
                    && !each.release().equals(candidate.rollout().id())) {
                underway = underway.isEmpty() ? new ArrayList<>() : underway;
                underway.add(each.release());
            }
        }
        return underway;
    }

    private record Underway(List<ReleaseId> releases) implements Grounds {
        @Override
        public String sentence() {
            return Wording.list(releases, ReleaseId::value)
                    + (releases.size() == 1 ? " is" : " are")
                    + " on the way into production.";
        }
    }
}
