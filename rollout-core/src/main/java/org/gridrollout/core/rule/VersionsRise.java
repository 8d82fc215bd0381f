package org.gridrollout.core.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.rollout.ProductLine;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.spi.Candidate;
import org.gridrollout.api.spi.PromotionRule;
import org.gridrollout.api.spi.VersionScheme;
import org.gridrollout.api.verdict.Change;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.api.verdict.Grounds;
import org.gridrollout.api.verdict.RuleId;

/** Production only goes up: no package replaces one that is as high or higher. */
final class VersionsRise implements PromotionRule {

    private static final Finding PASS = Finding.pass(BuiltInRules.VERSIONS_RISE, "Versions rise.");

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
        List<ProductLine.Entry> living = candidate.line().living();
        List<Fall> falls = List.of();
        for (int i = 0; i < living.size(); i++) {
            ProductLine.Entry other = living.get(i);
            if (other.state().isInProduction() && !other.release().equals(rollout.id())) {
                falls = falls(rollout.release().packages(), other.packages(), falls);
            }
        }
        return falls.isEmpty() ? PASS : blocked(Party.release(rollout.id()), falls);
    }

    private Finding blocked(Party team, List<Fall> falls) {
        return Finding.of(id(), FindingOutcome.BLOCKED, new Falls(falls), List.of(team, Party.MIDDLEWARE_UNIT))
                .passesIf(List.of(Change.by(team, "is contributed again with higher versions", id())));
    }

    private List<Fall> falls(List<PackageRef> ours, List<PackageRef> theirs, List<Fall> sofar) {
        List<Fall> falls = sofar;
        for (int i = 0; i < theirs.size(); i++) {
            for (int j = 0; j < ours.size(); j++) {
                if (isFall(ours.get(j), theirs.get(i))) {
                    falls = falls.isEmpty() ? new ArrayList<>() : falls;
                    falls.add(new Fall(ours.get(j), theirs.get(i)));
                }
            }
        }
        return falls;
    }

    private boolean isFall(PackageRef ours, PackageRef theirs) {
        return ours.component().equals(theirs.component())
                && versions.compare(ours.nevra().evr(), theirs.nevra().evr()) <= 0;
    }

    private record Fall(PackageRef ours, PackageRef theirs) {
        @Override
        public String toString() {
            return ours + " is not higher than " + theirs + " in production";
        }
    }

    private record Falls(List<Fall> falls) implements Grounds {
        @Override
        public String sentence() {
            return falls.stream().map(Fall::toString).collect(Collectors.joining("; ", "", "."));
        }
    }
}
