package org.gridrollout.core.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.rollout.ProductLine;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.spi.VersionScheme;
import org.gridrollout.api.verdict.Change;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.FindingOutcome;
import org.gridrollout.api.verdict.RuleId;
import org.gridrollout.core.version.EpochUse;
import org.gridrollout.core.version.VersionJudgement;
import org.gridrollout.core.version.VersionJudgement.Higher;
import org.gridrollout.core.version.VersionJudgement.NotHigher;
import org.gridrollout.core.version.VersionProposal;
import org.gridrollout.core.version.VersioningRules;
import org.jspecify.annotations.Nullable;

/** What the versioning rules say of the packages of a release that is offered. */
final class OfferedVersions {

    private static final RuleId ABOVE_FLOOR = RuleId.of("above-floor");
    private static final RuleId ONE_CONTENT = RuleId.of("name-means-one-content");

    private final List<Finding> findings = new ArrayList<>(0);
    private final List<String> remarks = new ArrayList<>(0);
    private final Context context;
    private final Release release;
    private final Party owner;

    OfferedVersions(Context context, Release release, Party owner) {
        this.context = context;
        this.release = release;
        this.owner = owner;
        VersioningRules rules = new VersioningRules(context.versions());
        for (PackageRef each : release.packages()) {
            Evr floor = floor(each.component());
            if (floor != null) {
                judge(each, rules.judge(each.nevra().evr(), floor));
            }
        }
    }

    /** What speaks against it; empty if every package may follow what was there before. */
    List<Finding> findings() {
        return findings;
    }

    /** What a person should look at though it is allowed: an epoch can never be taken back. */
    List<String> remarks() {
        return remarks;
    }

    private void judge(PackageRef offered, VersionJudgement judgement) {
        if (judgement instanceof NotHigher refused) {
            Optional<Namesake> before = namesake(offered);
            findings.add(before.filter(each -> !each.ref().sha256().equals(offered.sha256()))
                    .map(other -> otherContent(offered, other, refused))
                    .orElseGet(() -> notHigher(offered, before, refused)));
        } else if (judgement instanceof Higher higher && higher.epoch() != EpochUse.KEPT) {
            remarks.add("Package " + offered + " raises its epoch: " + higher.sentence());
        }
    }

    /** Sites may have the other file under that name, and nothing would ever bring them this one. */
    private Finding otherContent(PackageRef offered, Namesake other, NotHigher refused) {
        return finding(
                        ONE_CONTENT,
                        "Package " + offered + " came with other content in release " + other.release()
                                + ": its SHA-256 was " + other.ref().sha256() + ", and is " + offered.sha256()
                                + " here. A name means one content for good. " + refused.remedy(),
                        offered,
                        refused)
                .with("contentBefore", other.ref().sha256())
                .with("content", offered.sha256());
    }

    private Finding notHigher(PackageRef offered, Optional<Namesake> same, NotHigher refused) {
        return finding(
                ABOVE_FLOOR,
                "Package " + offered + " is not higher than " + refused.floor() + ", which " + release.platform()
                        + " has seen. "
                        + same.map(each -> "It came with this very content in release " + each.release() + ". ")
                                .orElse("")
                        + refused.remedy(),
                offered,
                refused);
    }

    private Finding finding(RuleId rule, String sentence, PackageRef offered, NotHigher refused) {
        Finding finding = Finding.of(rule, FindingOutcome.BLOCKED, sentence, List.of(owner))
                .with("package", offered)
                .with("floor", refused.floor());
        List<VersionProposal> proposals = refused.proposals();
        if (proposals.isEmpty()) {
            return finding;
        }
        for (VersionProposal each : proposals) {
            finding = each.epoch() == EpochUse.LAST_RESORT ? finding.with("lastResort", each.evr()) : finding;
        }
        Evr first = proposals.get(0).evr();
        return finding.with("next", first)
                .passesIf(List.of(
                        Change.by(owner, "contributes " + offered.component() + " as " + first + " or higher", rule)));
    }

    private Optional<Namesake> namesake(PackageRef offered) {
        return context.around().namesakes().stream()
                .filter(each -> each.ref().nevra().equals(offered.nevra()))
                .findFirst();
    }

    /** The highest version ever exposed or about to be, or null if there never was one. */
    private @Nullable Evr floor(String component) {
        VersionScheme versions = context.versions();
        Evr floor = context.line().floor().get(component);
        for (ProductLine.Entry entry : context.line().living()) {
            if (entry.state() == RolloutState.CONTRIBUTED) {
                for (PackageRef pending : entry.packages()) {
                    Evr evr = pending.nevra().evr();
                    if (pending.component().equals(component) && (floor == null || versions.compare(evr, floor) > 0)) {
                        floor = evr;
                    }
                }
            }
        }
        return floor;
    }
}
