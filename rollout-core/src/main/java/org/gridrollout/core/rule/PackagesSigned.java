package org.gridrollout.core.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Signature;
import org.gridrollout.api.software.Signature.Trust;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.Candidate;
import org.gridrollout.api.spi.PromotionRule;
import org.gridrollout.api.verdict.Change;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.api.verdict.Grounds;
import org.gridrollout.api.verdict.RuleId;

/**
 * Production takes only what a trusted key signed, where the repository asks for that. The repository checks again when it
 * publishes; this rule says so before anybody decides. One that only warns of signatures lets pass, with the warning.
 */
final class PackagesSigned implements PromotionRule {

    private static final RuleId ID = BuiltInRules.PACKAGES_SIGNED;
    private static final Finding NOT_CHECKED = Finding.notApplicable(ID, "The repository checks no signatures.");
    private static final Finding PASS = Finding.pass(ID, "Every package is signed by a trusted key.");

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
        Map<PackageRef, Signature> signatures = candidate.signatures();
        if (signatures.isEmpty()) {
            return NOT_CHECKED;
        }
        List<PackageRef> packages = candidate.rollout().release().packages();
        List<Doubt> doubts = List.of();
        for (int i = 0; i < packages.size(); i++) {
            Signature signature = signatures.get(packages.get(i));
            if (signature != null && signature.trust() != Trust.TRUSTED) {
                doubts = doubts.isEmpty() ? new ArrayList<>() : doubts;
                doubts.add(new Doubt(packages.get(i), signature));
            }
        }
        return doubts.isEmpty() ? PASS : doubtful(candidate.rollout(), doubts);
    }

    private static Finding doubtful(Rollout rollout, List<Doubt> doubts) {
        Party team = Party.release(rollout.id());
        Doubts grounds = new Doubts(doubts);
        if (doubts.stream().anyMatch(each -> each.signature().trust() == Trust.UNTRUSTED && each.isMissed())) {
            return Finding.of(ID, FindingOutcome.BLOCKED, grounds, List.of(team, Party.MIDDLEWARE_UNIT))
                    .passesIf(List.of(Change.by(team, "is contributed again, signed by a trusted key", ID)));
        } else if (doubts.stream().anyMatch(each -> each.signature().trust() == Trust.UNKNOWN)) {
            return Finding.of(ID, FindingOutcome.ERROR, grounds, List.of(Party.MIDDLEWARE_UNIT))
                    .passesIf(List.of(Change.by(Party.MIDDLEWARE_UNIT, "mends what keeps signatures unchecked", ID)));
        }
        return Finding.pass(ID, grounds);
    }

    private record Doubt(PackageRef ref, Signature signature) {

        boolean isMissed() {
            return signature.isMissedIn(Stage.PRODUCTION);
        }

        @Override
        public String toString() {
            String warning = signature.trust() == Trust.UNKNOWN || isMissed() ? "" : " Production only warns of that.";
            return ref + ": " + signature.sentence() + warning;
        }
    }

    private record Doubts(List<Doubt> doubts) implements Grounds {
        @Override
        public String sentence() {
            return doubts.stream().map(Doubt::toString).collect(Collectors.joining(" "));
        }
    }
}
