package org.gridrollout.core.installability;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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
     * @param base which snapshot it stands on
     * @param paths the paths that were looked for in the base's files
     * @param changes how many it was derived by since it was built
     */
    private record Known(
            Optional<BaseSnapshot> base, Set<PackageRef> offered, Set<String> paths, Closure closure, int changes) {}

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

    Closure closure(Optional<BaseSnapshot> base, Set<PackageRef> offered) {
        return locked(() -> upToDate(base, offered, offered).closure());
    }

    ClosureDifference after(Optional<BaseSnapshot> base, Set<PackageRef> offered, Set<PackageRef> target) {
        return locked(() -> {
            Known now = upToDate(base, offered, target);
            return now.closure().after(change(now.offered(), target));
        });
    }

    /** What was broken on one base and is not on the other, and the other way round. */
    ClosureDifference on(BaseSnapshot next, Optional<BaseSnapshot> base, Set<PackageRef> offered) {
        return locked(() -> {
            Known now = upToDate(base, offered, offered);
            List<Member> gone = new ArrayList<>(now.closure()
                    .universe()
                    .members()
                    .filter(each -> each.origin() == Origin.BASE)
                    .toList());
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

    /** The closure of what is offered, ready for questions about packages that are not offered yet. */
    private Known upToDate(Optional<BaseSnapshot> base, Set<PackageRef> offered, Set<PackageRef> askedFor) {
        Known now = known;
        Set<String> paths = newPaths(now, base, offered, askedFor);
        boolean owned = now != null && base.isPresent() && !paths.isEmpty() && baseFacts.ownsAny(base.get(), paths);
        if (now == null || owned || !now.base().equals(base) || now.changes() >= CHANGES) {
            Set<String> all = new HashSet<>(paths);
            if (now != null) {
                all.addAll(now.paths());
            }
            now = built(base, offered, all);
        } else if (!now.offered().equals(offered)) {
            Closure closure =
                    now.closure().after(change(now.offered(), offered)).after();
            now = new Known(base, offered, now.paths(), closure, now.changes() + 1);
        }
        known = now;
        return now;
    }

    private Known built(Optional<BaseSnapshot> base, Set<PackageRef> offered, Set<String> paths) {
        UniverseBuilder universe = Universe.builder(ecosystem);
        base.ifPresent(each -> universe.addAll(baseFacts.read(each, paths)));
        offered.forEach(each -> universe.add(facts(each)));
        return new Known(base, offered, paths, Closure.of(universe.build()), 0);
    }

    private UniverseChange change(Set<PackageRef> before, Set<PackageRef> after) {
        List<PackageFacts> added = after.stream()
                .filter(each -> !before.contains(each))
                .map(this::facts)
                .toList();
        List<Member> removed = before.stream()
                .filter(each -> !after.contains(each))
                .map(each -> Member.of(each, Origin.REPOSITORY))
                .toList();
        return new UniverseChange(added, removed);
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

    /** The paths that packages require which were not there before, and that the base was not asked for yet. */
    private Set<String> newPaths(
            @Nullable Known now, Optional<BaseSnapshot> base, Set<PackageRef> offered, Set<PackageRef> askedFor) {
        Set<String> paths = new LinkedHashSet<>();
        if (base.isPresent()) {
            Set<PackageRef> fresh = new LinkedHashSet<>(offered);
            fresh.addAll(askedFor);
            if (now != null) {
                fresh.removeAll(now.offered());
            }
            for (PackageRef each : fresh) {
                repository.describe(each.sha256()).ifPresent(pack -> paths.addAll(BaseFacts.unlistedPaths(pack)));
            }
            if (now != null) {
                paths.removeAll(now.paths());
            }
        }
        return paths;
    }
}
