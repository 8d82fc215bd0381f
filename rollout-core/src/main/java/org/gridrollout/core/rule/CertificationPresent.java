package org.gridrollout.core.rule;

import java.util.List;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.spi.Candidate;
import org.gridrollout.api.spi.PromotionRule;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.api.verdict.RuleId;

/** The product team tested and certified what it contributes. */
final class CertificationPresent implements PromotionRule {

    private final boolean required;

    CertificationPresent(boolean required) {
        this.required = required;
    }

    @Override
    public RuleId id() {
        return BuiltInRules.CERTIFICATION_PRESENT;
    }

    @Override
    public Kind kind() {
        return Kind.PROCESS;
    }

    @Override
    public Finding evaluate(Candidate candidate) {
        Release release = candidate.rollout().release();
        if (release.certification().isPresent()) {
            return Finding.pass(
                    id(), "Certified by " + release.certification().get().by() + ".");
        }
        return required
                ? Finding.of(
                        id(),
                        FindingOutcome.BLOCKED,
                        "The release carries no certification.",
                        List.of(Party.release(release.id())))
                : Finding.notApplicable(id(), "The policy asks for no certification.");
    }
}
