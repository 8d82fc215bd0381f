package org.gridrollout.core.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.spi.Candidate;
import org.gridrollout.api.spi.PromotionRule;
import org.gridrollout.api.verdict.Change;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.api.verdict.Grounds;
import org.gridrollout.api.verdict.RuleId;
import org.jspecify.annotations.Nullable;

/**
 * A release goes into production after those it needs, and waits for a faulty one only if it needs that one (UMD 1.4.0 held
 * four products back for one that none of them needed).
 *
 * <p>A needed release counts while production serves it, or serves what superseded it, and is not faulty. One that ended
 * before production will never come, and one that was retired has gone: both block, since only another release that needs
 * something else can pass.
 */
final class NeededReleasesFirst implements PromotionRule {

    private static final RuleId ID = BuiltInRules.NEEDED_RELEASES_FIRST;
    private static final Finding NEEDS_NONE = Finding.notApplicable(ID, "It needs no other release.");
    private static final Finding PASS = Finding.pass(ID, "Every release it needs is in production.");

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
        if (candidate.rollout().release().needs().isEmpty()) {
            return NEEDS_NONE;
        }
        List<Missing> missing = new ArrayList<>();
        for (ReleaseId each : candidate.rollout().release().needs()) {
            RolloutState state = candidate.needed().get(each);
            if (state != RolloutState.IN_PRODUCTION) {
                missing.add(Missing.of(each, state));
            }
        }
        return missing.isEmpty() ? PASS : notYet(candidate.rollout().id(), missing);
    }

    private static Finding notYet(ReleaseId own, List<Missing> missing) {
        FindingOutcome worst = missing.stream()
                .map(Missing::outcome)
                .reduce((one, other) -> one.compareTo(other) > 0 ? one : other)
                .orElseThrow();
        return Finding.of(
                        ID,
                        worst,
                        new AllMissing(missing),
                        missing.stream()
                                .map(each -> each.mustAct(own))
                                .distinct()
                                .toList())
                .passesIf(missing.stream().map(each -> each.change(own)).toList());
    }

    private record Missing(ReleaseId release, FindingOutcome outcome, String sentence, String change) {

        static Missing of(ReleaseId release, @Nullable RolloutState state) {
            if (state == null) {
                return new Missing(
                        release,
                        FindingOutcome.ERROR,
                        "It needs " + release + ", which nobody contributed.",
                        "is contributed and arrives in production");
            }
            return switch (state) {
                case FAULTY ->
                    new Missing(
                            release,
                            FindingOutcome.WAIT_FOR,
                            "It needs " + release + ", which is faulty, and waits for its restoration.",
                            "is restored");
                case CONTRIBUTED, IN_BETA, ROLLING_OUT, HELD, INCONCLUSIVE, GOOD, PROMOTING, IN_PRODUCTION ->
                    new Missing(
                            release,
                            FindingOutcome.WAIT_FOR,
                            "It needs " + release + ", which is " + state + ".",
                            "arrives in production");
                case REFUSED, REJECTED, WITHDRAWN, RETIRED ->
                    new Missing(
                            release,
                            FindingOutcome.BLOCKED,
                            "It needs " + release + ", which is " + state + " and will not come.",
                            "");
                case SUPERSEDED ->
                    new Missing(
                            release,
                            FindingOutcome.ERROR,
                            "It needs " + release + ", which is SUPERSEDED by a release that could not be found.",
                            "is found, or what superseded it");
            };
        }

        Party mustAct(ReleaseId own) {
            return Party.release(outcome == FindingOutcome.BLOCKED ? own : release);
        }

        Change change(ReleaseId own) {
            return outcome == FindingOutcome.BLOCKED
                    ? Change.by(Party.release(own), "is contributed again without needing " + release, ID)
                    : Change.by(Party.release(release), change, ID);
        }
    }

    private record AllMissing(List<Missing> missing) implements Grounds {
        @Override
        public String sentence() {
            return missing.stream().map(Missing::sentence).collect(Collectors.joining(" "));
        }
    }
}
