package org.gridrollout.filesystem;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import java.util.ServiceLoader;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import org.gridrollout.api.Violations;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.api.spi.VersionScheme;
import org.jspecify.annotations.Nullable;
import org.gridrollout.filesystem.yum.RepomdTags;

/** How a repository is opened; every setting has a default that is right for production. Not thread-safe. */
public final class FilesystemRepositoryBuilder {

    private final Path root;
    private InstantSource clock = InstantSource.system();
    private Durability durability = Durability.SYNCED;
    private Duration metadataGrace = Duration.ofDays(7);
    private Duration poolGrace = Duration.ofDays(7);
    private int keepVersions;
    private Predicate<PackageRef> keepOnly = each -> true;
    private @Nullable VersionScheme versions;
    private Duration lockWait = Duration.ofMinutes(1);
    private Steps steps = Steps.UNWATCHED;
    private Executor executor = ForkJoinPool.commonPool();
    private Compression compression = Compression.GZIP;
    private RevisionScheme revisions = RevisionScheme.TIME;
    private RepomdTags tags = RepomdTags.none();
    private final Groups groups = new Groups();

    FilesystemRepositoryBuilder(Path root) {
        this.root = root;
    }

    /** Where revisions and grace periods take their time from; the system's clock by default. */
    public FilesystemRepositoryBuilder clock(InstantSource source) {
        clock = source;
        return this;
    }

    /** What a publication survives; {@link Durability#SYNCED} by default. */
    public FilesystemRepositoryBuilder durability(Durability wanted) {
        durability = wanted;
        return this;
    }

    /** How long index files stay readable after a generation without them was published; positive, 7 days by default. */
    public FilesystemRepositoryBuilder metadataGrace(Duration grace) {
        metadataGrace = grace;
        return this;
    }

    /**
     * How many earlier versions of a component stay in the index, for sites that pin one, when a change set puts a higher one
     * in their place; 0 by default. They are not part of a generation: {@link FilesystemRepository#current} does not list
     * them, rules do not look at them, and nobody promises that they can be installed. A package that is taken out and not
     * replaced does not stay.
     */
    public FilesystemRepositoryBuilder keepVersions(int perComponent) {
        keepVersions = perComponent;
        return this;
    }

    /** Which packages may stay as earlier versions, such as those of no faulty release; asked at each publication; all by default. */
    public FilesystemRepositoryBuilder keepOnly(Predicate<PackageRef> fit) {
        keepOnly = fit;
        return this;
    }

    /** How versions are ordered; by default the {@link VersionScheme} service called {@code rpm}, which rollout-core provides. */
    public FilesystemRepositoryBuilder versions(VersionScheme scheme) {
        versions = scheme;
        return this;
    }

    /**
     * How long garbage collection leaves a package alone after it was taken in, whoever needs it; positive, 7 days by
     * default. Has to be longer than it takes from an intake to the release it was for.
     */
    public FilesystemRepositoryBuilder poolGrace(Duration grace) {
        poolGrace = grace;
        return this;
    }

    /** How long to wait for another writer; positive, one minute by default. */
    public FilesystemRepositoryBuilder lockWait(Duration wait) {
        lockWait = wait;
        return this;
    }

    /**
     * How index files are compressed from the next publication on; {@link Compression#GZIP} by default, which the clients
     * of Enterprise Linux 8 read as well.
     */
    public FilesystemRepositoryBuilder compression(Compression wanted) {
        compression = wanted;
        return this;
    }

    /**
     * Who helps the calling thread to hash, to render and to compress; the common pool by default, and {@code Runnable::run}
     * for nobody. It may be busy, refuse or never come to it: then the caller does it all.
     */
    public FilesystemRepositoryBuilder executor(Executor helpers) {
        executor = helpers;
        return this;
    }

    /** What {@code repomd.xml} calls its revision; {@link RevisionScheme#TIME} by default. */
    public FilesystemRepositoryBuilder revisions(RevisionScheme scheme) {
        revisions = scheme;
        return this;
    }

    /** Adds a word to what {@code repomd.xml} says that the repositories contain. */
    public FilesystemRepositoryBuilder contentTag(String word) {
        tags = tags.withContent(word);
        return this;
    }

    /**
     * Adds a distribution to those that {@code repomd.xml} says the repositories are for.
     *
     * @param cpe its name in the Common Platform Enumeration, {@code cpe:/o:almalinux:almalinux:9}; may be empty
     * @param name its name for people
     */
    public FilesystemRepositoryBuilder distroTag(String cpe, String name) {
        tags = tags.withDistro(new RepomdTags.Distro(cpe, name));
        return this;
    }

    /**
     * Package groups that clients of one tree are offered: a {@code comps.xml}, read anew at each publication there and
     * passed on as it is. A publication fails if the file is absent or is no such file, rather than take the groups away.
     */
    public FilesystemRepositoryBuilder groups(Stage stage, Platform platform, Path comps) {
        groups.put(stage, platform, comps);
        return this;
    }

    /** Watches every step; so that they come one after the other, nobody helps. */
    FilesystemRepositoryBuilder steps(Steps watcher) {
        steps = watcher;
        executor = Runnable::run;
        return this;
    }

    Workers workers() {
        return new Workers(executor, Runtime.getRuntime().availableProcessors() - 1);
    }

    Compression compression() {
        return compression;
    }

    RevisionScheme revisions() {
        return revisions;
    }

    RepomdTags tags() {
        return tags;
    }

    Groups groups() {
        return groups;
    }

    InstantSource clock() {
        return clock;
    }

    Duration metadataGrace() {
        return metadataGrace;
    }

    Retention retention() {
        return keepVersions == 0 ? Retention.NONE : new Retention(keepVersions, order(), keepOnly);
    }

    private VersionScheme order() {
        return versions != null
                ? versions
                : ServiceLoader.load(VersionScheme.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(each -> each.name().equals("rpm"))
                        .findFirst()
                        .orElseThrow(() -> new RepositoryException("Earlier versions can be kept only where versions have an"
                                + " order: put rollout-core on the path, which provides rpm's, or give versions(...)"));
    }

    Duration poolGrace() {
        return poolGrace;
    }

    Duration lockWait() {
        return lockWait;
    }

    /**
     * Opens it; creates the directory if it is missing.
     *
     * @throws RepositoryException if the directory cannot be used, saying why and what to do
     */
    public FilesystemRepository open() {
        Violations.of("Repository options")
                .unless(
                        metadataGrace.compareTo(Duration.ZERO) > 0,
                        "metadataGrace must be positive, was %s",
                        metadataGrace)
                .unless(keepVersions >= 0, "keepVersions must not be negative, was %d", keepVersions)
                .unless(poolGrace.compareTo(Duration.ZERO) > 0, "poolGrace must be positive, was %s", poolGrace)
                .unless(lockWait.compareTo(Duration.ZERO) > 0, "lockWait must be positive, was %s", lockWait)
                .throwIfAny();
        return FilesystemRepository.attempt("use " + root + " as a repository", () -> {
            Disk disk = new Disk(durability, steps);
            List<Path> made = RootCheck.makeDirectories(root.toAbsolutePath());
            Path real = root.toRealPath();
            RootCheck.run(real, durability);
            for (Path each : made) {
                disk.syncDirectory(each.resolveSibling(""));
            }
            Pool.create(real, disk);
            return new FilesystemRepository(real, disk, this);
        });
    }
}
