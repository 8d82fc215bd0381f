package org.gridrollout.core.lifecycle;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gridrollout.api.rollout.ProductLine;
import org.gridrollout.api.rollout.RestorationWay;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Release;
import org.gridrollout.core.rule.Wording;
import org.gridrollout.core.version.EpochUse;
import org.gridrollout.core.version.VersionProposal;
import org.gridrollout.core.version.VersioningRules;

/** How a faulty release can be restored, the best way first, each with the versions it would need. */
final class RestorationWays {

    private final Draft draft;
    private final VersioningRules rules;

    private RestorationWays(Draft draft) {
        this.draft = draft;
        this.rules = new VersioningRules(draft.context().versions());
    }

    static List<RestorationWay> of(Draft draft) {
        RestorationWays restoring = new RestorationWays(draft);
        List<RestorationWay> ways = new ArrayList<>();
        ways.add(restoring.fixed(draft.release()));
        draft.context().line().lastGood().ifPresent(good -> ways.add(restoring.again(good)));
        if (draft.context().needing().isEmpty()) {
            ways.add(new RestorationWay(
                    RestorationWay.Kind.REMOVAL,
                    Map.of(),
                    "Nothing else in production needs it, so that it could be taken out until it is mended."));
        }
        return ways;
    }

    private RestorationWay fixed(Release faulty) {
        Map<String, Evr> versions = new TreeMap<>();
        for (PackageRef each : faulty.packages()) {
            rules.fixedRelease(floor(each)).ifPresent(next -> versions.put(each.component(), next.evr()));
        }
        return new RestorationWay(
                RestorationWay.Kind.FIXED_RELEASE, versions, "Mend the fault and release " + orHigher(versions) + ".");
    }

    /** Sites never roll back: what was good comes again under versions above everything they may have seen. */
    private RestorationWay again(ProductLine.Entry good) {
        Map<String, Evr> versions = new TreeMap<>();
        Set<String> epochs = new LinkedHashSet<>();
        for (PackageRef each : good.packages()) {
            List<VersionProposal> proposals = rules.lastGoodAgain(each.nevra().evr(), floor(each));
            if (!proposals.isEmpty()) {
                versions.put(each.component(), proposals.get(0).evr());
            }
            proposals.stream()
                    .filter(proposal -> proposal.epoch() == EpochUse.LAST_RESORT)
                    .forEach(proposal -> epochs.add(" " + each.component() + ": " + proposal.sentence()));
        }
        return new RestorationWay(
                RestorationWay.Kind.LAST_GOOD_AGAIN,
                versions,
                "Release the content of " + good.release() + " ("
                        + Wording.list(good.packages(), PackageRef::toString) + ") again as "
                        + orHigher(versions) + "."
                        + String.join("", epochs));
    }

    private Evr floor(PackageRef of) {
        Evr own = of.nevra().evr();
        Evr floor = draft.context().line().floor().getOrDefault(of.component(), own);
        return draft.context().versions().compare(floor, own) >= 0 ? floor : own;
    }

    private static String orHigher(Map<String, Evr> versions) {
        return versions.isEmpty()
                ? "under versions above all that were ever seen"
                : Wording.list(List.copyOf(versions.entrySet()), each -> each.getKey() + " " + each.getValue())
                        + " or higher";
    }
}
