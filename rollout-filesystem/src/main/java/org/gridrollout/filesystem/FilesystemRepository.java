package org.gridrollout.filesystem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.Generation;
import org.gridrollout.api.publication.PublicationResult;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.software.Signature;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.PackageRepository;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.filesystem.base.ReadLimits;
import org.gridrollout.filesystem.signature.SignatureVerdict;
import org.gridrollout.filesystem.upkeep.GarbageReport;
import org.gridrollout.filesystem.upkeep.ImportReport;
import org.gridrollout.filesystem.upkeep.OnRefusal;
import org.gridrollout.filesystem.upkeep.Progress;
import org.gridrollout.filesystem.upkeep.RepairReport;
import org.gridrollout.filesystem.upkeep.VerificationReport;
import org.gridrollout.filesystem.yum.Codec;

/**
 * Keeps RPM packages under one directory and publishes a YUM repository per stage and platform from it, at
 * {@code <root>/<stage>/<os>/<arch>}, which clients may read as files or through any web server.
 *
 * <p>Thread-safe; several objects and processes may share a root. Holds no open files between calls, so there is nothing to
 * close. A change set's id counts within its stage and platform. Trouble with the disk is a {@link RepositoryException};
 * the last published generation is served on, and what was cut off is taken away by the next publication.
 */
public final class FilesystemRepository implements PackageRepository {

    private final Path root;
    private final Disk disk;
    private final Pool pool;
    private final Optional<SignatureChecks> checks;
    private final Trust trust;
    private final FragmentCache fragments;
    private final Workers workers;
    private final Generations generations = new Generations();
    private final GenerationBuilder builder;
    private final PinnedBases bases;
    private final WriterLock lock;
    private final Retention retention;
    private final InstantSource clock;
    private final Duration metadataGrace;
    private final GarbageCollection garbage;
    private final Upkeep upkeep;

    FilesystemRepository(Path root, Disk disk, FilesystemRepositoryBuilder options) throws IOException {
        this.root = root;
        this.disk = disk;
        this.workers = options.workers();
        this.pool = new Pool(root, disk, workers, options.clock(), options.lockWait());
        this.checks = options.checks(pool);
        this.trust = new Trust(options.policies(), checks);
        this.fragments = new FragmentCache(root, pool);
        Codec codec = options.compression().codec();
        RunCache runs = new RunCache(root, codec, fragments, workers);
        Indexes indexes = new Indexes(runs, codec, options.openChecksums(), disk, workers);
        this.builder = new GenerationBuilder(indexes, disk, workers, options);
        this.lock = new WriterLock(disk, options.lockWait(), options.clock());
        this.retention = options.retention();
        this.clock = options.clock();
        this.metadataGrace = options.metadataGrace();
        this.garbage = new GarbageCollection(root, disk, pool, fragments, runs, generations, lock, options);
        this.upkeep = new Upkeep(root, disk, pool, fragments, runs, builder, lock, workers, options);
        this.bases = new PinnedBases(root, disk, options.clock(), lock, ReadLimits.standard());
    }

    /**
     * Opens a repository with the defaults, see {@link #at}.
     *
     * @throws RepositoryException if the directory cannot be used, saying why and what to do
     */
    public static FilesystemRepository open(Path root) {
        return at(root).open();
    }

    /** Starts opening a repository with other than the defaults. */
    public static FilesystemRepositoryBuilder at(Path root) {
        return new FilesystemRepositoryBuilder(root);
    }

    /** Under which everything is, as a real path. */
    public Path root() {
        return root;
    }

    /** Where clients of that stage and platform are pointed at; exists once something was published there. */
    public Path directory(Stage stage, Platform platform) {
        return new Tree(root, stage, platform).directory();
    }

    /** What production is installed on top of, kept under the same root. */
    public PinnedBases bases() {
        return bases;
    }

    @Override
    public SoftwarePackage intake(InputStream content, String origin) {
        return attempt(
                "take in " + origin, () -> described(pool.intake(content, origin, new Arrival(fragments, checks))));
    }

    @Override
    public Optional<SoftwarePackage> describe(Sha256 sha256) {
        return attempt("read package " + sha256, () -> {
            Optional<StoredPackage> found = pool.find(sha256);
            return found.isPresent() ? Optional.of(described(found.get())) : Optional.empty();
        });
    }

    private SoftwarePackage described(StoredPackage stored) throws IOException {
        return stored.describe(trust.signatureOf(stored.sha256()));
    }

    @Override
    public Optional<Signature> signature(Sha256 sha256) {
        return attempt("check the signature of package " + sha256, () -> trust.signatureOf(sha256));
    }

    /**
     * What its signatures are worth by the keys as they are now, in full; empty if there is no keyring, or no such package.
     *
     * @throws org.gridrollout.filesystem.signature.KeyringException if a file of the keyring is damaged
     */
    public Optional<SignatureVerdict> signatureVerdict(Sha256 sha256) {
        return attempt(
                "check the signature of package " + sha256,
                () -> checks.isEmpty() ? Optional.empty() : checks.get().verdictOn(sha256));
    }

    /**
     * What a package file's digests and signatures are worth, without taking it in; empty if there is no keyring.
     *
     * @param content read to its end, not closed
     * @throws org.gridrollout.api.spi.UnreadablePackageException if it is no package, or damaged in any other way
     */
    public Optional<SignatureVerdict> signatureVerdict(InputStream content, String origin) {
        return attempt(
                "check " + origin,
                () -> checks.isEmpty()
                        ? Optional.empty()
                        : Optional.of(checks.get().verdictOn(content, origin)));
    }

    @Override
    public Generation current(Stage stage, Platform platform) {
        Tree tree = new Tree(root, stage, platform);
        Manifest manifest = attempt("read " + tree, () -> generations.current(tree));
        return new Generation(stage, platform, manifest.number(), manifest.offered());
    }

    @Override
    public PublicationResult publish(ChangeSet change, long expectedGeneration) {
        return write("publish", change, publication -> publication.run(expectedGeneration));
    }

    @Override
    public PublicationResult cancel(ChangeSet change) {
        return write("cancel", change, Publication::cancel);
    }

    /**
     * Lists what nobody needs, and leaves it. Needs no fewer rights than {@link #collectGarbage}.
     *
     * @param needed contents that rollouts not yet ended name; they stay
     * @throws RepositoryException if a tree does not say what it offers
     */
    public GarbageReport findGarbage(Set<Sha256> needed) {
        return attempt("look for garbage in " + root, () -> garbage.find(needed));
    }

    /**
     * Deletes what nobody needs: what was cut off, and what no generation, grace period or rollout names. Can run at any
     * time beside readers and writers, and be cut off anywhere. What became of change sets is never forgotten.
     *
     * @param needed contents that rollouts not yet ended name; they stay
     * @throws RepositoryException if a tree does not say what it offers; the other trees were gone through then, the pool not
     */
    public GarbageReport collectGarbage(Set<Sha256> needed) {
        return attempt("collect garbage in " + root, () -> garbage.collect(needed));
    }

    /**
     * Walks over everything and changes nothing: every package's digest, every link, index, checksum, record and stray file.
     * Takes no lock, so that it can run at any time, also on a medium that has become read-only.
     *
     * @param progress told how far it is
     */
    public VerificationReport verify(Progress progress) {
        return attempt("verify " + root, () -> upkeep.verify(progress));
    }

    /**
     * Mends what {@link #verify} finds and what can be mended without a guess: from whole copies in the pool or in trees, by
     * making metadata anew, by dropping what only saves work. Damaged files are moved to {@code quarantine}, never deleted.
     * Can run beside readers and writers, be cut off anywhere and be run again.
     *
     * @param progress told how far it is
     */
    public RepairReport repair(Progress progress) {
        return attempt("repair " + root, () -> upkeep.repair(progress));
    }

    /**
     * Makes a directory of RPM files, or a YUM repository as createrepo_c leaves it, part of this one: takes its packages in
     * and publishes them as one change set, whose id follows from them. Files are linked, not copied, where the file system
     * allows that and they are this process's own, others cannot write to them, and all can read them who can read what it
     * writes; they stay where they are, and linked ones must not be changed from then on. Can be cut off anywhere and run again:
     * what was published once is not published again, and what was taken out since is not brought back.
     *
     * @param directory with {@code repodata}, the packages that its index names; without, every {@code .rpm} below it
     * @param onRefusal what to do if some of them are refused
     * @param progress told how far it is
     * @throws RepositoryException if the directory cannot be read
     */
    public ImportReport importFrom(
            Path directory, Stage stage, Platform platform, OnRefusal onRefusal, Progress progress) {
        Tree tree = new Tree(root, stage, platform);
        return attempt("import " + directory + " to " + tree, () -> {
            ImportedNames names = new ImportedNames(generations.current(tree), offeredNames(tree));
            Import packages = new Import(pool, workers, () -> new Arrival(fragments, checks), names, trust, stage);
            packages.run(new ImportSource(directory.toRealPath()), progress);
            return new ImportPublication(this, stage, platform).publish(packages, onRefusal);
        });
    }

    private PublicationResult write(String verb, ChangeSet change, Step step) {
        Tree tree = new Tree(root, change.stage(), change.platform());
        String what = verb + " " + change.id() + " in " + tree;
        return attempt(
                what,
                () -> lock.holding(
                        tree,
                        what,
                        () -> pool.sharing(() -> {
                            Manifest before = generations.current(tree);
                            OfferedNames names = offeredNames(tree);
                            Contents contents =
                                    new Contents(fragments, workers, trust, retention, names, before, change);
                            return step.apply(new Publication(
                                    tree, before, change, contents, names, pool, disk, workers, builder, generations));
                        })));
    }

    private OfferedNames offeredNames(Tree tree) {
        return new OfferedNames(tree, disk, clock, metadataGrace);
    }

    private interface Step {
        PublicationResult apply(Publication publication) throws IOException;
    }

    @Override
    public String toString() {
        return "FilesystemRepository[" + root + "]";
    }

    static <T> T attempt(String what, DiskWork<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw Trouble.explain(what, e);
        } catch (ReadOnlyFileSystemException e) {
            throw Trouble.explain(what, e);
        }
    }
}
