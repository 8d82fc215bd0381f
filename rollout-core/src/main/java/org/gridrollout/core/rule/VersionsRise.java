package org.gridrollout.core.rule;

import java.util.ArrayList;
import java.util.List;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.rollout.ProductLine;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.spi.Candidate;
import org.gridrollout.api.spi.PromotionRule;
import org.gridrollout.api.spi.VersionScheme;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.api.verdict.RuleId;

/** Production only goes up: no package replaces one that is as high or higher. */
final class VersionsRise implements PromotionRule {

    private final VersionScheme versions;

    VersionsRise(VersionScheme versions) {
        this.versions = versions;
    }

    @Override
    public RuleId id() {
        return BuiltInRules.VERSIONS_RISE;
    }

    @Override
    public Kind kind() {
        return Kind.INTEGRITY;
    }

    @Override
    public Finding evaluate(Candidate candidate) {
        Rollout rollout = candidate.rollout();
        List<String> falls = new ArrayList<>();
        for (ProductLine.Entry other : candidate.line().living()) {
            if (other.state().isInProduction() && !other.release().equals(rollout.id())) {
                for (PackageRef theirs : other.packages()) {
                    rollout.release().packages().stream()
                            .filter(ours -> ours.component().equals(theirs.component()))
                            .filter(ours -> versions.compare(
                                            ours.nevra().evr(), theirs.nevra().evr())
                                    <= 0)
                            .forEach(ours -> falls.add(ours + " is not higher than " + theirs + " in production"));
                }
            }
        }
        return falls.isEmpty()
                ? Finding.pass(id(), "Versions rise.")
                : Finding.of(
                        id(),
                        FindingOutcome.BLOCKED,
                        String.join("; ", falls) + ".",
                        List.of(Party.release(rollout.id()), Party.MIDDLEWARE_UNIT));
    }
}
