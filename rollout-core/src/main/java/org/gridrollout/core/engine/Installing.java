package org.gridrollout.core.engine;

import com.google.common.collect.Sets;
import java.util.List;
import java.util.Set;
import org.gridrollout.api.publication.Breakage;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.Generation;
import org.gridrollout.api.publication.Installability;
import org.gridrollout.api.rollout.ProductLine;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.core.closure.ClosureDifference;
import org.gridrollout.core.closure.Member;
import org.gridrollout.core.closure.RootCause;
import org.gridrollout.core.installability.Planner;
import org.gridrollout.core.installability.PromotionPlan;
import org.gridrollout.core.installability.RepositoryClosures;
import org.gridrollout.core.lifecycle.ChangeSets;

/** What clients could install after a change, and who would have to go together. */
final class Installing {

    private final RepositoryClosures closures;
    private final Candidates candidates;

    Installing(RepositoryClosures closures, Candidates candidates) {
        this.closures = closures;
        this.candidates = candidates;
    }

    /** What promoting a release would do to production; if it breaks something, with whom it would not. */
    Installability promoted(Release release, ProductLine line) {
        try {
            return judged(release, line);
        } catch (RepositoryException e) { // must not keep people from reporting an incident; promotions have to wait
            return new Installability(List.of(new Breakage(
                    "What clients could install cannot be checked now: " + e.getMessage() + ".",
                    release.packages().stream().map(PackageRef::nevra).toList(),
                    Set.of())));
        }
    }

    private Installability judged(Release release, ProductLine line) {
        ClosureDifference difference = closures.after(
                Stage.PRODUCTION, release.platform(), release.packages(), ChangeSets.replaced(release, line));
        if (difference.holds()) {
            return Installability.KEPT;
        }
        Set<ReleaseId> mendedWith = planner(release.platform())
                .companions(candidates.wanted(release, line), candidates.onTheirWay(release))
                .orElse(Set.of());
        return installability(difference, Sets.difference(mendedWith, Set.of(release.id())));
    }

    /** What promoting releases together would do to production. */
    Installability promoted(ChangeSet together) {
        return installability(closures.after(together), Set.of());
    }

    /** What a contribution would do to beta. */
    Installability contributed(Release release) {
        return installability(closures.after(Stage.BETA, release.platform(), release.packages(), List.of()), Set.of());
    }

    /** Why a release cannot be taken out of production; empty if it can. */
    List<String> needing(Release release) {
        Generation now = closures.current(Stage.PRODUCTION, release.platform());
        return sentences(closures.after(
                now,
                List.of(),
                release.packages().stream().filter(now.packages()::contains).toList()));
    }

    /** Why a change must not be published on top of that generation. */
    List<String> problems(ChangeSet change, Generation now) {
        return sentences(closures.after(change, now));
    }

    /** What of the platform's good releases can go to production, and what together. */
    PromotionPlan plan(Platform platform) {
        return planner(platform).plan(candidates.good(platform));
    }

    private Planner planner(Platform platform) {
        return new Planner((add, remove) -> closures.after(Stage.PRODUCTION, platform, add, remove));
    }

    private static List<String> sentences(ClosureDifference difference) {
        return difference.holds()
                ? List.of()
                : difference.rootCauses().stream().map(RootCause::sentence).toList();
    }

    private static Installability installability(ClosureDifference difference, Set<ReleaseId> mendedWith) {
        return difference.holds()
                ? Installability.KEPT
                : new Installability(difference.rootCauses().stream()
                        .map(each -> new Breakage(
                                each.sentence(),
                                each.packages().stream().map(Member::nevra).toList(),
                                mendedWith))
                        .toList());
    }
}
