package org.gridrollout.core.memory;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.gridrollout.api.software.BaseSnapshot;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.api.spi.BaseRepositories;
import org.gridrollout.api.spi.RepositoryException;

/** Base repositories in memory, for tests and for rehearsing what a moved base would break. Thread-safe. */
public final class InMemoryBaseRepositories implements BaseRepositories {

    private final Map<Platform, BaseSnapshot> pinned = new ConcurrentHashMap<>();
    private final Map<Sha256, List<SoftwarePackage>> packages = new ConcurrentHashMap<>();

    /** Nothing pinned. */
    public InMemoryBaseRepositories() {}

    /** Pins those packages as the platform's one base repository, in place of what was pinned before. */
    public BaseSnapshot pin(Platform platform, Instant taken, List<SoftwarePackage> content) {
        String identities =
                content.stream().map(each -> each.sha256() + " " + each.nevra()).collect(Collectors.joining("\n"));
        Sha256 id = Digest.of((platform + "\n" + identities).getBytes(StandardCharsets.UTF_8));
        BaseSnapshot.Part part = new BaseSnapshot.Part("base", "memory", "", id, content.size());
        BaseSnapshot snapshot = new BaseSnapshot(id, platform, taken, List.of(part));
        packages.put(id, List.copyOf(content));
        pinned.put(platform, snapshot);
        return snapshot;
    }

    /** From now on nothing is pinned for that platform. */
    public void unpin(Platform platform) {
        pinned.remove(platform);
    }

    @Override
    public Optional<BaseSnapshot> pinned(Platform platform) {
        return Optional.ofNullable(pinned.get(platform));
    }

    @Override
    public void forEachPackage(BaseSnapshot snapshot, Consumer<? super SoftwarePackage> consumer) {
        content(snapshot).forEach(consumer);
    }

    @Override
    public Map<String, Set<PackageRef>> owners(BaseSnapshot snapshot, Set<String> paths) {
        Map<String, Set<PackageRef>> owners = new HashMap<>();
        for (SoftwarePackage each : content(snapshot)) {
            for (String path : each.files()) {
                if (paths.contains(path)) {
                    owners.computeIfAbsent(path, key -> new LinkedHashSet<>()).add(each.ref());
                }
            }
        }
        return owners;
    }

    private List<SoftwarePackage> content(BaseSnapshot snapshot) {
        List<SoftwarePackage> content = packages.get(snapshot.id());
        if (content == null) {
            throw new RepositoryException("Base snapshot " + snapshot.id() + " of " + snapshot.platform()
                    + " is not kept here; look again what is pinned");
        }
        return content;
    }
}
