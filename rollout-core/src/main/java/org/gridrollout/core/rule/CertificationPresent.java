package org.gridrollout.core.rule;

import java.util.List;
import java.util.Optional;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.software.Certification;
import org.gridrollout.api.spi.Candidate;
import org.gridrollout.api.spi.PromotionRule;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.api.verdict.Grounds;
import org.gridrollout.api.verdict.RuleId;

/** The product team tested and certified what it contributes. */
final class CertificationPresent implements PromotionRule {

    private static final RuleId ID = BuiltInRules.CERTIFICATION_PRESENT;
    private static final Finding NOT_ASKED = Finding.notApplicable(ID, "The policy asks for no certification.");

    private final boolean required;

    CertificationPresent(boolean required) {
        this.required = required;
    }

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Kind kind() {
        return Kind.PROCESS;
    }

    @Override
    public Finding evaluate(Candidate candidate) {
        Optional<Certification> certification = candidate.rollout().release().certification();
        if (certification.isPresent()) {
            return Finding.pass(ID, new Certified(certification.get()));
        }
        // A release never changes once it is contributed: nothing but a waiver lets this one pass.
        return required
                ? Finding.of(
                                ID,
                                FindingOutcome.BLOCKED,
                                "The release carries no certification.",
                                List.of(Party.release(candidate.rollout().id())))
                        .passesIf(List.of(MuWaives.rule(ID)))
                : NOT_ASKED;
    }

    private record Certified(Certification certification) implements Grounds {
        @Override
        public String sentence() {
            return "Certified by " + certification.by() + ".";
        }
    }
}
