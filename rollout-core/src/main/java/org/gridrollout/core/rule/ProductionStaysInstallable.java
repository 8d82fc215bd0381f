package org.gridrollout.core.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.publication.Breakage;
import org.gridrollout.api.publication.Installability;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.spi.Candidate;
import org.gridrollout.api.spi.PromotionRule;
import org.gridrollout.api.verdict.Change;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.api.verdict.Grounds;
import org.gridrollout.api.verdict.RuleId;

/**
 * A promotion breaks nothing: what could be installed from production can be installed afterwards, and so can all it brings
 * (16 of the 64 fix releases of UMD mended what a promotion had broken). What was broken before is not its fault.
 */
final class ProductionStaysInstallable implements PromotionRule {

    private static final RuleId ID = BuiltInRules.PRODUCTION_STAYS_INSTALLABLE;
    private static final Finding NOT_LOOKED_AT =
            Finding.notApplicable(ID, "Nothing is known of what production is installed on top of.");
    private static final Finding PASS = Finding.pass(ID, "Everything in production stays installable.");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Kind kind() {
        return Kind.INTEGRITY;
    }

    @Override
    public Finding evaluate(Candidate candidate) {
        Optional<Installability> production = candidate.production();
        if (production.isEmpty()) {
            return NOT_LOOKED_AT;
        }
        return production.get().isKept()
                ? PASS
                : breaks(candidate.rollout().id(), production.get().breakages());
    }

    /** It waits for others only if they mend everything: it can go no earlier than the last of them. */
    private static Finding breaks(ReleaseId own, List<Breakage> breakages) {
        Party team = Party.release(own);
        boolean mended = breakages.stream().noneMatch(each -> each.mendedWith().isEmpty());
        Set<ReleaseId> others = new TreeSet<>();
        breakages.forEach(each -> others.addAll(each.mendedWith()));
        if (!mended) {
            return Finding.of(ID, FindingOutcome.BLOCKED, new Breaks(breakages), List.of(team))
                    .passesIf(List.of(Change.by(team, "is contributed again so that it breaks nothing", ID)));
        }
        List<Party> awaited = others.stream().map(Party::release).toList();
        List<Change> changes = new ArrayList<>();
        awaited.forEach(each -> changes.add(Change.by(each, "goes to production together with it", ID)));
        return Finding.of(ID, FindingOutcome.WAIT_FOR, new Breaks(breakages), awaited)
                .passesIf(changes);
    }

    private record Breaks(List<Breakage> breakages) implements Grounds {
        @Override
        public String sentence() {
            return breakages.stream().map(Breaks::sentence).collect(Collectors.joining(" "));
        }

        private static String sentence(Breakage breakage) {
            return breakage.mendedWith().isEmpty()
                    ? breakage.sentence()
                    : breakage.sentence() + " Promote it together with "
                            + Wording.list(List.copyOf(breakage.mendedWith()), ReleaseId::toString) + ".";
        }
    }
}
