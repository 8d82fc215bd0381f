package org.gridrollout.core.installability;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.Generation;
import org.gridrollout.api.software.BaseSnapshot;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.BaseRepositories;
import org.gridrollout.api.spi.PackageRepository;
import org.gridrollout.core.closure.Closure;
import org.gridrollout.core.closure.ClosureDifference;

/**
 * What is known of the installability of what a repository offers: production on top of its base, beta on top of both. Built
 * when it is first asked for, and brought up to date with whatever was published since, by whomever. Thread-safe; questions
 * about one stage of one platform wait for each other.
 */
public final class RepositoryClosures {

    private record Shelf(Stage stage, Platform platform) {}

    private final PackageRepository repository;
    private final BaseRepositories base;
    private final Map<Shelf, Shown> shown = new ConcurrentHashMap<>();

    /** Knows nothing yet; reads when it is first asked. */
    public RepositoryClosures(PackageRepository repository, BaseRepositories base) {
        this.repository = repository;
        this.base = base;
    }

    /** As the repository is now. */
    public Closure of(Stage stage, Platform platform) {
        return shown(stage, platform).closure(offer(current(stage, platform)));
    }

    /** What a change would do to the repository as it is now. */
    public ClosureDifference after(ChangeSet change) {
        return after(change, current(change.stage(), change.platform()));
    }

    /** What a change would do to that generation. */
    public ClosureDifference after(ChangeSet change, Generation now) {
        return after(now, change.add(), change.remove());
    }

    /** What adding and removing these would do to the stage as it is now. */
    public ClosureDifference after(
            Stage stage, Platform platform, Collection<PackageRef> add, Collection<PackageRef> remove) {
        return after(current(stage, platform), add, remove);
    }

    /** What adding and removing these would do to that generation. */
    public ClosureDifference after(Generation now, Collection<PackageRef> add, Collection<PackageRef> remove) {
        return shown(now.stage(), now.platform()).after(offer(now), add, remove);
    }

    /** What another base would do to the stage as it is now. */
    public ClosureDifference on(BaseSnapshot next, Stage stage) {
        return shown(stage, next.platform()).on(next, offer(current(stage, next.platform())));
    }

    /** What the repository offers now. */
    public Generation current(Stage stage, Platform platform) {
        return repository.current(stage, platform);
    }

    /** Beta is installed from together with production. */
    private Offer offer(Generation now) {
        List<PackageRef> below = now.stage() == Stage.BETA
                ? current(Stage.PRODUCTION, now.platform()).packages()
                : List.of();
        return new Offer(base.pinned(now.platform()), below, now.packages());
    }

    private Shown shown(Stage stage, Platform platform) {
        return shown.computeIfAbsent(new Shelf(stage, platform), shelf -> new Shown(repository, base, platform));
    }
}
