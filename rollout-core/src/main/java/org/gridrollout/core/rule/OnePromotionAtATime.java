package org.gridrollout.core.rule;

import java.util.List;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.rollout.ProductLine;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.spi.Candidate;
import org.gridrollout.api.spi.PromotionRule;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.api.verdict.RuleId;

/** What a promotion replaces is settled when it is decided, so another release of the product has to arrive first. */
final class OnePromotionAtATime implements PromotionRule {

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
        List<ReleaseId> underway = candidate.line().living().stream()
                .filter(each -> each.state() == RolloutState.PROMOTING
                        && !each.release().equals(candidate.rollout().id()))
                .map(ProductLine.Entry::release)
                .toList();
        return underway.isEmpty()
                ? Finding.pass(id(), "No other release of the product is on its way into production.")
                : Finding.of(
                        id(),
                        FindingOutcome.WAIT_FOR,
                        Wording.list(underway, ReleaseId::value) + " is on its way into production.",
                        underway.stream().map(Party::release).toList());
    }
}
