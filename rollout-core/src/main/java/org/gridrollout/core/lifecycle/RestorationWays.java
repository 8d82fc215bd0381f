package org.gridrollout.core.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridrollout.api.rollout.ProductLine;
import org.gridrollout.api.rollout.RestorationWay;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Release;
import org.gridrollout.core.rule.Wording;

/** How a faulty release can be restored, the best way first, each with the versions it would need. */
final class RestorationWays {

    private RestorationWays() {}

    static List<RestorationWay> of(Draft draft) {
        Release faulty = draft.release();
        Map<String, Evr> next = next(draft, faulty.packages());
        List<RestorationWay> ways = new ArrayList<>();
        ways.add(new RestorationWay(
                RestorationWay.Kind.FIXED_RELEASE,
                next,
                "Mend the fault and release " + versions(next) + " or higher."));
        draft.context().line().lastGood().ifPresent(good -> ways.add(again(draft, good)));
        if (draft.context().needing().isEmpty()) {
            ways.add(new RestorationWay(
                    RestorationWay.Kind.REMOVAL,
                    Map.of(),
                    "Nothing else in production needs it, so that it could be taken out until it is mended."));
        }
        return ways;
    }

    /** Sites never roll back: what was good comes again under versions above everything they may have seen. */
    private static RestorationWay again(Draft draft, ProductLine.Entry good) {
        Map<String, Evr> versions = next(draft, good.packages());
        return new RestorationWay(
                RestorationWay.Kind.LAST_GOOD_AGAIN,
                versions,
                "Release the content of " + good.release() + " ("
                        + Wording.list(good.packages(), PackageRef::toString) + ") again as " + versions(versions)
                        + " or higher.");
    }

    private static Map<String, Evr> next(Draft draft, List<PackageRef> packages) {
        Map<String, Evr> floor = draft.context().line().floor();
        Map<String, Evr> next = new TreeMap<>();
        for (PackageRef each : packages) {
            Evr above = floor.getOrDefault(each.component(), each.nevra().evr());
            next.put(each.component(), draft.context().versions().next(above));
        }
        return next;
    }

    private static String versions(Map<String, Evr> versions) {
        return Wording.list(List.copyOf(versions.entrySet()), each -> each.getKey() + " " + each.getValue());
    }
}
