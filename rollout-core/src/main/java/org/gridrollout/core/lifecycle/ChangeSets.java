package org.gridrollout.core.lifecycle;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
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
public final class ChangeSets {

    /**
     * One of the releases that go together.
     *
     * @param known the line's rollouts that are known, for what clients are told
     */
    public record Part(Release release, ProductLine line, List<Rollout> known) {
        public Part {
            known = List.copyOf(known);
        }
    }

    private ChangeSets() {}

    static PendingPublication intoBeta(Release release, ProductLine line, List<Rollout> known, Instant at) {
        List<Advisory> advisories = List.of(Advisories.of(release, line, known, at));
        return PendingPublication.of(
                changeSet(release, Stage.BETA, "beta", release.packages(), List.of(), advisories, at), at);
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
        ChangeSet removal =
                changeSet(release, Stage.BETA, "beta-removal", List.of(), release.packages(), List.of(), at);
        return Optional.of(new PendingPublication(removal, at, unconfirmed));
    }

    /**
     * In place of what production has of the same components: replaced in one step, so that there is no hole.
     *
     * @param known the line's rollouts that are known, for what clients are told
     */
    static PendingPublication intoProduction(Release release, ProductLine line, List<Rollout> known, Instant at) {
        List<Advisory> advisories = List.of(Advisories.of(release, line, known, at));
        List<PackageRef> replaced = replaced(release, line);
        return PendingPublication.of(
                changeSet(release, Stage.PRODUCTION, "production", release.packages(), replaced, advisories, at), at);
    }

    /** What a release takes the place of in production. */
    public static List<PackageRef> replaced(Release release, ProductLine line) {
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
        return replaced;
    }

    /**
     * One change for several releases, each of a line of its own. Its id follows from them and the instant.
     *
     * @param parts at least one, the releases of one platform
     */
    public static ChangeSet together(List<Part> parts, Instant at) {
        List<Part> ordered = parts.stream()
                .sorted(Comparator.comparing(each -> each.release().id()))
                .toList();
        List<PackageRef> add = ordered.stream()
                .flatMap(each -> each.release().packages().stream())
                .toList();
        List<PackageRef> remove = ordered.stream()
                .flatMap(each -> replaced(each.release(), each.line()).stream())
                .toList();
        List<Advisory> advisories = ordered.stream()
                .map(each -> Advisories.of(each.release(), each.line(), each.known(), at)
                        .withPackages(each.release().packages()))
                .toList();
        String purpose = "production+" + (ordered.size() - 1);
        return changeSet(ordered.get(0).release(), Stage.PRODUCTION, purpose, add, remove, advisories, at);
    }

    static PendingPublication outOfProduction(Release release, Instant at) {
        List<PackageRef> gone = release.packages();
        return PendingPublication.of(
                changeSet(release, Stage.PRODUCTION, "production-removal", List.of(), gone, List.of(), at), at);
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

    private static ChangeSet changeSet(
            Release release,
            Stage stage,
            String purpose,
            List<PackageRef> add,
            List<PackageRef> remove,
            List<Advisory> advisories,
            Instant at) {
        String id = release.id() + ":" + purpose + ":" + ChronoUnit.MICROS.between(Instant.EPOCH, at);
        return new ChangeSet(ChangeSetId.of(id), stage, release.platform(), add, remove, advisories);
    }
}
