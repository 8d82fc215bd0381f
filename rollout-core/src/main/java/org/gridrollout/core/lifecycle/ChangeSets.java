package org.gridrollout.core.lifecycle;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.publication.Advisory;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.rollout.PendingPublication;
import org.gridrollout.api.rollout.ProductLine;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.api.rollout.RolloutState;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.Stage;

/** What the repositories are asked for. Ids follow from the release and the instant, so that replay gives the same. */
final class ChangeSets {

    private ChangeSets() {}

    static PendingPublication intoBeta(Release release, ProductLine line, List<Rollout> known, Instant at) {
        PendingPublication plain =
                publication(release, Stage.BETA, "beta", release.packages(), List.of(), at, Optional.empty());
        return telling(plain, Advisories.of(release, line, known, at));
    }

    /** Beta need not offer it any more; nothing to do if it never did or no longer does. */
    static Optional<PendingPublication> outOfBeta(Rollout rollout, Instant at) {
        Optional<ChangeSet> unconfirmed = rollout.pending().stream()
                .map(PendingPublication::changeSet)
                .filter(each -> each.stage() == Stage.BETA && !each.add().isEmpty())
                .findFirst();
        boolean offered =
                rollout.state() != RolloutState.CONTRIBUTED && !rollout.state().isInProduction();
        if (!offered && unconfirmed.isEmpty()) {
            return Optional.empty();
        }
        Release release = rollout.release();
        return Optional.of(
                publication(release, Stage.BETA, "beta-removal", List.of(), release.packages(), at, unconfirmed));
    }

    /**
     * In place of what production has of the same components: replaced in one step, so that there is no hole.
     *
     * @param known the line's rollouts that are known, for what clients are told
     */
    static PendingPublication intoProduction(Release release, ProductLine line, List<Rollout> known, Instant at) {
        List<PackageRef> replaced = new ArrayList<>(release.packages().size());
        for (ProductLine.Entry each : line.living()) {
            if (each.state().isInProduction()) {
                for (PackageRef old : each.packages()) {
                    if (isReplaced(old, release)) {
                        replaced.add(old);
                    }
                }
            }
        }
        PendingPublication plain = publication(
                release, Stage.PRODUCTION, "production", release.packages(), replaced, at, Optional.empty());
        return telling(plain, Advisories.of(release, line, known, at));
    }

    private static PendingPublication telling(PendingPublication plain, Advisory advisory) {
        return new PendingPublication(plain.changeSet().telling(advisory), plain.decidedAt(), plain.revokes());
    }

    static PendingPublication outOfProduction(Release release, Instant at) {
        return publication(
                release, Stage.PRODUCTION, "production-removal", List.of(), release.packages(), at, Optional.empty());
    }

    private static boolean isReplaced(PackageRef old, Release release) {
        for (PackageRef brought : release.packages()) {
            if (takesPlaceOf(brought, old)) {
                return true;
            }
        }
        return false;
    }

    private static boolean takesPlaceOf(PackageRef brought, PackageRef old) {
        return brought.component().equals(old.component())
                && !brought.equals(old)
                && (brought.nevra().arch().equals(old.nevra().arch())
                        || brought.nevra().arch().equals("noarch")
                        || old.nevra().arch().equals("noarch"));
    }

    private static PendingPublication publication(
            Release release,
            Stage stage,
            String purpose,
            List<PackageRef> add,
            List<PackageRef> remove,
            Instant at,
            Optional<ChangeSet> revokes) {
        String id = release.id() + ":" + purpose + ":" + ChronoUnit.MICROS.between(Instant.EPOCH, at);
        ChangeSet changeSet = new ChangeSet(ChangeSetId.of(id), stage, release.platform(), add, remove);
        return new PendingPublication(changeSet, at, revokes);
    }
}
