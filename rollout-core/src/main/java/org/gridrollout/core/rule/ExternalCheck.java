package org.gridrollout.core.rule;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.rollout.CheckResult;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.spi.Candidate;
import org.gridrollout.api.spi.PromotionRule;
import org.gridrollout.api.verdict.Change;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.api.verdict.Grounds;
import org.gridrollout.api.verdict.RuleId;
import org.gridrollout.core.policy.RequiredCheck;
import org.jspecify.annotations.Nullable;

/**
 * A check outside this library has passed, on exactly these packages, not too long ago. Fail-closed: that it is missing,
 * late, failed, could not tell or is about other content are different findings, and none of them passes (Bodhi #2124 and
 * #3913 showed missing results as failed; Bodhi #4089 let everything pass while the gate was unreachable).
 *
 * <p>Of several results for the right content the latest counts, by when it was checked and then by when it was recorded.
 */
final class ExternalCheck implements PromotionRule {

    private final RequiredCheck required;
    private final Subjects subjects;
    private final Change passes;

    ExternalCheck(RequiredCheck required, Subjects subjects) {
        this.required = required;
        this.subjects = subjects;
        this.passes = Change.by(Party.MIDDLEWARE_UNIT, "has " + required.id() + " run, and it passes", required.id());
    }

    @Override
    public RuleId id() {
        return required.id();
    }

    @Override
    public Kind kind() {
        return Kind.PROCESS;
    }

    @Override
    public Finding evaluate(Candidate candidate) {
        List<CheckResult> results = candidate.rollout().checks();
        CheckResult latest = null;
        CheckResult stray = null;
        for (int i = 0; i < results.size(); i++) {
            CheckResult each = results.get(i);
            if (each.check().equals(required.id())) {
                if (!each.subject().equals(subject(candidate))) {
                    stray = each;
                } else if (latest == null || !each.at().isBefore(latest.at())) {
                    latest = each;
                }
            }
        }
        return latest == null ? withoutResult(stray, candidate) : of(latest, candidate.now());
    }

    private Finding withoutResult(@Nullable CheckResult stray, Candidate candidate) {
        return stray == null
                ? holds(FindingOutcome.NO_EVIDENCE, new NoResult(id()))
                : holds(FindingOutcome.ERROR, new Told(stray, "is about other content than " + subject(candidate)));
    }

    private Finding of(CheckResult result, Instant now) {
        return switch (result.outcome()) {
            case FAILED -> holds(FindingOutcome.BLOCKED, new Told(result, "failed"));
            case UNKNOWN -> holds(FindingOutcome.ERROR, new Told(result, "could not tell"));
            case PASSED -> passed(result, now);
        };
    }

    private Finding passed(CheckResult result, Instant now) {
        if (result.at().isAfter(now)) {
            return holds(FindingOutcome.ERROR, new Told(result, "passed in the future, which cannot be"));
        }
        return now.isAfter(result.at().plus(required.maxAge()))
                ? holds(FindingOutcome.NEEDS_DECISION, new Told(result, "passed too long ago and has to run again"))
                : Finding.pass(id(), new Told(result, "passed"));
    }

    private Finding holds(FindingOutcome outcome, Grounds grounds) {
        return Finding.of(id(), outcome, grounds, List.of(Party.MIDDLEWARE_UNIT))
                .passesIf(List.of(passes));
    }

    private Sha256 subject(Candidate candidate) {
        return subjects.of(candidate.rollout().release());
    }

    private record NoResult(RuleId check) implements Grounds {
        @Override
        public String sentence() {
            return "Check " + check + " has no result yet.";
        }
    }

    private record Told(CheckResult result, String how) implements Grounds {
        @Override
        public String sentence() {
            return "Check " + result.check() + " of " + Wording.instant(result.at()) + " " + how
                    + (result.detail().isBlank() ? "." : ": " + result.detail());
        }

        @Override
        public Map<String, String> values() {
            Map<String, String> values = new LinkedHashMap<>();
            values.put("at", result.at().toString());
            values.put("subject", result.subject().toString());
            values.put("detail", result.detail());
            return values;
        }
    }
}
