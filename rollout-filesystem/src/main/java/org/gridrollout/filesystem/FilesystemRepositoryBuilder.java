package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.gridrollout.api.Violations;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.api.spi.VersionScheme;
import org.gridrollout.filesystem.openpgp.ArmoredKeySigner;
import org.gridrollout.filesystem.openpgp.WatchedKeyring;
import org.gridrollout.filesystem.signature.MetadataSigner;
import org.gridrollout.filesystem.signature.SignaturePolicy;
import org.gridrollout.filesystem.yum.RepomdTags;
import org.jspecify.annotations.Nullable;

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
    private Executor executor = HelperThreads.POOL;
    private Compression compression = Compression.GZIP;
    private OpenChecksums openChecksums = OpenChecksums.STATED;
    private RevisionScheme revisions = RevisionScheme.TIME;
    private RepomdTags tags = RepomdTags.none();
    private final Groups groups = new Groups();
    private final Map<Stage, SignaturePolicy> policies = new EnumMap<>(Stage.class);
    private @Nullable Path keyring;
    private @Nullable MetadataSigner signer;
    private @Nullable Unlocking unlocking;
    private boolean leavingUnsigned;

    private record Unlocking(Path file, Supplier<char[]> passphrase) {}

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

    /** Whether indexes have a checksum of their XML as well; {@link OpenChecksums#STATED} by default. */
    public FilesystemRepositoryBuilder openChecksums(OpenChecksums wanted) {
        openChecksums = wanted;
        return this;
    }

    /**
     * Who helps the calling thread to hash, to render, to compress and to wait for the disk: by default a few threads of its
     * own, which keep no process alive and end when there is nothing to do; {@code Runnable::run} for
     * nobody. It may be busy, refuse or never come to it: then the caller does it all. Most of it is waiting, so one that
     * has more threads than processors publishes sooner.
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

    /**
     * The keys whose signatures on packages are trusted: an armored file, or a directory of them. Read again whenever a file
     * changes. Without it nobody looks at signatures; with it every stage requires them unless {@link #signatures} says
     * otherwise.
     */
    public FilesystemRepositoryBuilder keyring(Path fileOrDirectory) {
        keyring = fileOrDirectory;
        return this;
    }

    /** What a stage asks of packages' signatures; needs a {@link #keyring} unless it is nothing. */
    public FilesystemRepositoryBuilder signatures(Stage stage, SignaturePolicy policy) {
        policies.put(stage, policy);
        return this;
    }

    /** Who signs the metadata of each generation; nobody by default. */
    public FilesystemRepositoryBuilder signMetadata(MetadataSigner with) {
        signer = with;
        unlocking = null;
        return this;
    }

    /**
     * Signs the metadata of each generation with a secret key, {@code gpg --armor --export-secret-keys}. It is unlocked when
     * the repository is opened, and stays in memory.
     *
     * @param passphrase what it gives is wiped after use; empty for a key that has none
     */
    public FilesystemRepositoryBuilder signMetadata(Path secretKey, Supplier<char[]> passphrase) {
        unlocking = new Unlocking(secretKey, passphrase);
        signer = null;
        return this;
    }

    /**
     * Publishes metadata without a signature also where the generation before has one: clients that insist on signatures
     * refuse it from then on. Unless this is said, such a publication fails, since more often somebody forgot the signer.
     */
    public FilesystemRepositoryBuilder leaveMetadataUnsigned() {
        leavingUnsigned = true;
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

    OpenChecksums openChecksums() {
        return openChecksums;
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
                        .orElseThrow(
                                () -> new RepositoryException(
                                        "Earlier versions can be kept only where versions have an"
                                                + " order: put rollout-core on the path, which provides rpm's, or give versions(...)"));
    }

    Duration poolGrace() {
        return poolGrace;
    }

    Duration lockWait() {
        return lockWait;
    }

    Map<Stage, SignaturePolicy> policies() {
        Map<Stage, SignaturePolicy> all = new EnumMap<>(Stage.class);
        for (Stage each : Stage.values()) {
            all.put(each, keyring == null ? SignaturePolicy.IGNORE : SignaturePolicy.REQUIRE);
        }
        all.putAll(policies);
        return all;
    }

    Optional<SignatureChecks> checks(Pool pool) throws IOException {
        return keyring == null
                ? Optional.empty()
                : Optional.of(new SignatureChecks(WatchedKeyring.open(keyring), pool, clock));
    }

    Optional<MetadataSigner> signer() throws IOException {
        return unlocking == null
                ? Optional.ofNullable(signer)
                : Optional.of(ArmoredKeySigner.open(unlocking.file(), unlocking.passphrase(), clock));
    }

    boolean leavingUnsigned() {
        return leavingUnsigned;
    }

    /**
     * Opens it; creates the directory if it is missing.
     *
     * @throws RepositoryException if the directory or a file of keys cannot be used, saying why and what to do
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
                .unless(
                        !leavingUnsigned || (signer == null && unlocking == null),
                        "metadata can either be signed or be left unsigned")
                .unless(
                        keyring != null || policies.values().stream().allMatch(SignaturePolicy.IGNORE::equals),
                        "a keyring is needed to look at signatures")
                .throwIfAny();
        return FilesystemRepository.attempt("use " + root + " as a repository", () -> {
            Disk disk = new Disk(durability, steps);
            if (Files.isRegularFile(root)) {
                throw new NotDirectoryException(root.toString());
            }
            Files.createDirectories(root.toAbsolutePath());
            Path real = root.toRealPath();
            RootCheck.run(real, durability);
            disk.standOn(real);
            Pool.create(real, disk);
            return new FilesystemRepository(real, disk, this);
        });
    }
}
