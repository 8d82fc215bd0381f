package org.gridrollout.core.installability;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.gridrollout.api.software.BaseSnapshot;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.spi.BaseRepositories;
import org.gridrollout.api.spi.PackageRepository;
import org.gridrollout.core.closure.Closure;
import org.gridrollout.core.closure.ClosureDifference;
import org.gridrollout.core.closure.Member;
import org.gridrollout.core.closure.Origin;
import org.gridrollout.core.closure.PackageFacts;
import org.gridrollout.core.closure.Universe;
import org.gridrollout.core.closure.UniverseBuilder;
import org.gridrollout.core.closure.UniverseChange;
import org.gridrollout.core.closure.rpm.RpmEcosystem;
import org.jspecify.annotations.Nullable;

/** What one stage of one platform shows its clients, and its closure, kept from question to question. Thread-safe. */
final class Shown {

    /** Traces of so many changes are carried along before the universe is built afresh. */
    private static final int CHANGES = 1_000;

    /**
     * What was found out.
     *
     * @param offered the packages of the offer, for looking up
     * @param paths the paths that were looked for in the base's files
     * @param changes how many it was derived by since it was built
     */
    private record Known(Offer offer, Set<PackageRef> offered, Set<String> paths, Closure closure, int changes) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final PackageRepository repository;
    private final RpmEcosystem ecosystem;
    private final BaseFacts baseFacts;
    private @Nullable Known known;

    Shown(PackageRepository repository, BaseRepositories base, Platform platform) {
        this.repository = repository;
        this.ecosystem = RpmEcosystem.on(platform.arch());
        this.baseFacts = new BaseFacts(base, ecosystem);
    }

    Closure closure(Offer offer) {
        return locked(() -> upToDate(offer, List.of()).closure());
    }

    ClosureDifference after(Offer offer, Collection<PackageRef> add, Collection<PackageRef> remove) {
        return locked(() -> {
            Known now = upToDate(offer, add);
            Set<PackageRef> added = new LinkedHashSet<>(add);
            added.removeAll(now.offered());
            Set<PackageRef> removed = new LinkedHashSet<>(remove);
            removed.removeIf(
                    each -> !now.offered().contains(each) || offer.below().contains(each));
            removed.removeAll(add);
            return now.closure().after(change(added, removed));
        });
    }

    /** What breaks on the other base, and what is mended. */
    ClosureDifference on(BaseSnapshot next, Offer offer) {
        return locked(() -> {
            Known now = upToDate(offer, List.of());
            List<Member> gone = now.closure()
                    .universe()
                    .members()
                    .filter(each -> each.origin() == Origin.BASE)
                    .toList();
            return now.closure().after(new UniverseChange(baseFacts.read(next, now.paths()), gone));
        });
    }

    private <T> T locked(Supplier<T> question) {
        lock.lock();
        try {
            return question.get();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The closure of what is offered.
     *
     * @param asked about which packages questions will be; whatever files of the base they require is known then
     */
    private Known upToDate(Offer offer, Collection<PackageRef> asked) {
        Known before = known;
        Known now = before == null || !before.offer().base().equals(offer.base()) || before.changes() >= CHANGES
                ? built(offer, before == null ? Set.of() : before.paths(), asked)
                : derived(before, offer, asked);
        known = now;
        return now;
    }

    private Known derived(Known before, Offer offer, Collection<PackageRef> asked) {
        boolean moved = !before.offer().sameAs(offer);
        Set<PackageRef> offered = moved ? offer.packages() : before.offered();
        Set<PackageRef> fresh = new LinkedHashSet<>(asked);
        if (moved) {
            fresh.addAll(offered);
        }
        fresh.removeAll(before.offered());
        Set<String> paths = paths(offer, fresh);
        paths.removeAll(before.paths());
        Set<String> known = before.paths();
        if (!paths.isEmpty()) {
            if (baseFacts.ownsAny(offer.base().orElseThrow(), paths)) {
                return built(offer, before.paths(), asked);
            }
            known = new HashSet<>(before.paths());
            known.addAll(paths); // the base is asked once for each
        }
        if (!moved) {
            return new Known(before.offer(), offered, known, before.closure(), before.changes());
        }
        Set<PackageRef> gone = new LinkedHashSet<>(before.offered());
        gone.removeAll(offered);
        Set<PackageRef> come = new LinkedHashSet<>(offered);
        come.removeAll(before.offered());
        Closure closure = before.closure().after(change(come, gone)).after();
        return new Known(offer, offered, known, closure, before.changes() + 1);
    }

    private Known built(Offer offer, Set<String> knownPaths, Collection<PackageRef> asked) {
        Set<PackageRef> offered = offer.packages();
        Set<PackageRef> all = new LinkedHashSet<>(offered);
        all.addAll(asked);
        Set<String> paths = paths(offer, all);
        paths.addAll(knownPaths);
        UniverseBuilder universe = Universe.builder(ecosystem);
        offer.base().ifPresent(each -> universe.addAll(baseFacts.read(each, paths)));
        offered.forEach(each -> universe.add(facts(each)));
        return new Known(offer, offered, paths, Closure.of(universe.build()), 0);
    }

    private UniverseChange change(Set<PackageRef> added, Set<PackageRef> removed) {
        return new UniverseChange(
                added.stream().map(this::facts).toList(),
                removed.stream().map(each -> Member.of(each, Origin.REPOSITORY)).toList());
    }

    /** The paths these packages require that a base need not list. */
    private Set<String> paths(Offer offer, Set<PackageRef> packages) {
        Set<String> paths = new HashSet<>();
        if (offer.base().isPresent()) {
            for (PackageRef each : packages) {
                repository.describe(each.sha256()).ifPresent(pack -> paths.addAll(BaseFacts.unlistedPaths(pack)));
            }
        }
        return paths;
    }

    private PackageFacts facts(PackageRef ref) {
        return repository
                .describe(ref.sha256())
                .map(each -> ecosystem.read(each, Origin.REPOSITORY))
                .orElseGet(() -> new PackageFacts(
                        Member.of(ref, Origin.REPOSITORY),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        "is not in the repository's pool"));
    }
}
