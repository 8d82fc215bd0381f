package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gridrollout.api.Identifier;
import org.gridrollout.api.Violations;
import org.gridrollout.api.software.BaseSnapshot;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.api.spi.BaseRepositories;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.filesystem.base.ForeignRepository;
import org.gridrollout.filesystem.base.ReadLimits;
import org.gridrollout.filesystem.base.RepositorySource;

/**
 * What production is installed on top of, kept under the same root as the packages: snapshots of other people's YUM
 * repositories, of which one per platform is pinned. A snapshot is copies of their metadata, never changed; only {@link
 * #read} looks at the repositories themselves.
 *
 * <p>Thread-safe; several objects and processes may share a root. Trouble is a {@link RepositoryException}, an {@link
 * org.gridrollout.filesystem.base.UnreadableBaseException} if it lies in what a repository says; what is pinned stays.
 */
public final class PinnedBases implements BaseRepositories {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

    private final Path root;
    private final Disk disk;
    private final InstantSource clock;
    private final WriterLock lock;
    private final ReadLimits limits;

    PinnedBases(Path root, Disk disk, InstantSource clock, WriterLock lock, ReadLimits limits) {
        this.root = root;
        this.disk = disk;
        this.clock = clock;
        this.lock = lock;
        this.limits = limits;
    }

    /** The same, reading within other limits than the {@link ReadLimits#standard} ones. */
    public PinnedBases within(ReadLimits other) {
        return new PinnedBases(root, disk, clock, lock, other);
    }

    /**
     * Reads the repositories as they are now into a snapshot, and keeps it; pins nothing, so that it can be looked at first.
     * Repositories that are as they were in a kept snapshot give that snapshot again.
     *
     * @param repositories by the names people know them by, which follow {@link Identifier}'s rule; at least one
     */
    public BaseSnapshot read(Platform platform, Map<String, RepositorySource> repositories) {
        Violations.of("Base of " + platform)
                .unless(!repositories.isEmpty(), "must have at least one repository")
                .throwIfAny();
        repositories.keySet().forEach(each -> Identifier.require("Base repository", each));
        BaseShelf shelf = new BaseShelf(root, platform);
        return write(
                "read the " + shelf,
                shelf,
                () -> new BaseReading(shelf, disk, limits).run(new TreeMap<>(repositories), clock.instant()));
    }

    /** From now on that snapshot, which must be kept, is what its platform's production is checked against. */
    public void pin(BaseSnapshot snapshot) {
        BaseShelf shelf = new BaseShelf(root, snapshot.platform());
        write("pin the " + shelf, shelf, () -> {
            requireKept(shelf, snapshot);
            disk.replace(shelf.pin(), shelf.directory().resolve(".pinned.next"), BaseFormat.writePin(snapshot.id()));
            return snapshot;
        });
    }

    /** All snapshots kept for that platform, the latest first. */
    public List<BaseSnapshot> kept(Platform platform) {
        BaseShelf shelf = new BaseShelf(root, platform);
        return FilesystemRepository.attempt("list the " + shelf, () -> {
            List<BaseSnapshot> kept = new ArrayList<>();
            for (String each : names(shelf.directory())) {
                if (ID.matcher(each).matches()) {
                    kept.add(describe(shelf, new Sha256(each)));
                }
            }
            kept.sort(Comparator.comparing(BaseSnapshot::taken).reversed().thenComparing(BaseSnapshot::id));
            return kept;
        });
    }

    /**
     * Deletes a snapshot that is not pinned; one that is not kept is no error.
     *
     * @throws RepositoryException if it is pinned
     */
    public void forget(BaseSnapshot snapshot) {
        BaseShelf shelf = new BaseShelf(root, snapshot.platform());
        write("forget a " + shelf, shelf, () -> {
            if (pinned(shelf).filter(snapshot.id()::equals).isPresent()) {
                throw new RepositoryException("Base snapshot " + snapshot.id() + " is pinned for " + snapshot.platform()
                        + "; pin another first");
            }
            disk.deleteTree(shelf.snapshot(snapshot.id()));
            return snapshot;
        });
    }

    @Override
    public Optional<BaseSnapshot> pinned(Platform platform) {
        BaseShelf shelf = new BaseShelf(root, platform);
        return FilesystemRepository.attempt("read the " + shelf, () -> {
            Optional<Sha256> id = pinned(shelf);
            return id.isPresent() ? Optional.of(describe(shelf, id.get())) : Optional.empty();
        });
    }

    @Override
    public void forEachPackage(BaseSnapshot snapshot, Consumer<? super SoftwarePackage> consumer) {
        repositories(snapshot).forEach(each -> each.forEachPackage(consumer));
    }

    @Override
    public Map<String, Set<PackageRef>> owners(BaseSnapshot snapshot, Set<String> paths) {
        Map<String, Set<PackageRef>> owners = new HashMap<>();
        for (ForeignRepository each : repositories(snapshot)) {
            each.owners(paths)
                    .forEach((path, found) -> owners.computeIfAbsent(path, key -> new LinkedHashSet<>())
                            .addAll(found));
        }
        return owners;
    }

    private List<ForeignRepository> repositories(BaseSnapshot snapshot) {
        BaseShelf shelf = new BaseShelf(root, snapshot.platform());
        requireKept(shelf, snapshot);
        Path directory = shelf.snapshot(snapshot.id());
        return snapshot.repositories().stream()
                .map(each -> ForeignRepository.open(RepositorySource.in(directory.resolve(each.name())), limits))
                .toList();
    }

    private BaseSnapshot describe(BaseShelf shelf, Sha256 id) throws IOException {
        return new BaseReading(shelf, disk, limits).describe(id);
    }

    private static Optional<Sha256> pinned(BaseShelf shelf) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(shelf.pin());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        return Optional.of(BaseFormat.readPin(bytes)
                .orElseThrow(() -> new IOException(shelf.pin() + " is damaged or of a later version; pin again")));
    }

    private static void requireKept(BaseShelf shelf, BaseSnapshot snapshot) {
        if (!Files.exists(shelf.description(snapshot.id()))) {
            throw new RepositoryException("Base snapshot " + snapshot.id() + " of " + snapshot.platform()
                    + " is not kept under " + shelf.directory() + "; read it again");
        }
    }

    private static List<String> names(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(each -> String.valueOf(each.getFileName())).toList();
        }
    }

    private <T> T write(String what, BaseShelf shelf, DiskWork<T> work) {
        return FilesystemRepository.attempt(what, () -> {
            disk.createDirectories(shelf.directory());
            return lock.holding(shelf.lockFile(), what, work);
        });
    }
}
