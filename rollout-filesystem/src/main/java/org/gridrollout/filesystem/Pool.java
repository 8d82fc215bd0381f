package org.gridrollout.filesystem;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.spi.UnreadablePackageException;
import org.gridrollout.filesystem.rpm.ByteSink;
import org.gridrollout.filesystem.rpm.RpmFile;
import org.gridrollout.filesystem.rpm.RpmMetadata;
import org.gridrollout.filesystem.rpm.RpmReader;
import org.gridrollout.filesystem.rpm.RpmSignatures;
import org.gridrollout.filesystem.yum.Digests;

/** Package files by their content, written once and never changed. Thread-safe. */
final class Pool {

    private static final Pattern NAME = Pattern.compile("([0-9a-f]{64})\\.rpm");

    private static final WritableByteChannel NOWHERE = Channels.newChannel(OutputStream.nullOutputStream());

    /** Most packages' fit into that. */
    private static final int HEADERS = 16 * 1024;

    private final Path directory;
    private final Incoming incoming;
    private final Disk disk;
    private final Workers workers;
    private final PoolLock lock;
    private final InstantSource clock;
    private final Duration patience;

    Pool(Path root, Disk disk, Workers workers, InstantSource clock, Duration patience) {
        this.directory = root.resolve("pool").resolve("sha256");
        this.incoming = new Incoming(root.resolve("pool").resolve("incoming"), disk);
        this.disk = disk;
        this.workers = workers;
        this.lock = PoolLock.under(root);
        this.clock = clock;
        this.patience = patience;
    }

    static void create(Path root, Disk disk) throws IOException {
        disk.createDirectories(root.resolve("pool").resolve("sha256"));
        disk.createDirectories(root.resolve("pool").resolve("incoming"));
        disk.createDirectories(root.resolve("locks"));
        new Incoming(root.resolve("pool").resolve("incoming"), disk).deleteOrphans();
    }

    /** Where that content is, or would be. */
    Path path(Sha256 sha256) {
        return shard(sha256).resolve(sha256 + ".rpm");
    }

    /** The directory whose entry makes that content findable. */
    Path shard(Sha256 sha256) {
        return directory.resolve(sha256.hex().substring(0, 2));
    }

    /** Everything that is kept. */
    List<Sha256> contents() throws IOException {
        List<Sha256> contents = new ArrayList<>();
        for (Path shard : Trees.entries(directory)) {
            for (Path each : Trees.entries(shard)) {
                Matcher name = NAME.matcher(String.valueOf(each.getFileName()));
                if (name.matches() && path(new Sha256(name.group(1))).equals(each)) {
                    contents.add(new Sha256(name.group(1)));
                }
            }
        }
        return contents;
    }

    /** Files that cannot have come there by an intake. */
    List<Path> strays() throws IOException {
        List<Path> strays = new ArrayList<>();
        for (Path shard : Trees.entries(directory)) {
            if (!Files.isDirectory(shard)) {
                strays.add(shard);
            }
            for (Path each : Trees.entries(shard)) {
                Matcher name = NAME.matcher(String.valueOf(each.getFileName()));
                if (!name.matches() || !path(new Sha256(name.group(1))).equals(each)) {
                    strays.add(each);
                }
            }
        }
        return strays;
    }

    /** Whether a file could have a second name here. */
    boolean isBeside(Path file) {
        return file.getFileSystem().equals(directory.getFileSystem());
    }

    /** A second name for a file, about to be put in its place. */
    Incoming.Locked link(Path existing) throws IOException {
        return incoming.link(existing);
    }

    /** How files are that this process makes here; empty where the file system does not say. */
    Optional<Access> access() throws IOException {
        Incoming.Locked temporary = incoming.create();
        try {
            return Access.to(temporary.file());
        } finally {
            temporary.channel().close();
            disk.delete(temporary.file());
        }
    }

    /** Temporary files whose process is gone. */
    List<Path> orphans() throws IOException {
        return incoming.orphans();
    }

    /** Works with what is kept while nothing of it can be deleted. */
    <T> T sharing(DiskWork<T> work) throws IOException {
        return lock.sharing(patience, work);
    }

    /** Works while nobody else uses what is kept. */
    <T> T alone(String what, DiskWork<T> work) throws IOException {
        return lock.alone(patience, Owner.doing(what, clock.instant()), work);
    }

    /** Whether a file has that content; one look for a link to what is kept. */
    boolean isContentOf(Path file, Sha256 sha256) throws IOException {
        if (Files.exists(path(sha256)) && Files.isSameFile(file, path(sha256))) {
            return true;
        }
        try (InputStream in =
                Files.newInputStream(file)) { // a tree restored from a backup may have lost its hard links
            return Digests.of(in).equals(sha256);
        }
    }

    /** Reads a package once; keeps it if it is not here yet and {@code inspection} does not throw. */
    StoredPackage intake(InputStream content, String origin, Inspection inspection) throws IOException {
        Incoming.Locked temporary = incoming.create();
        try (FileChannel channel = temporary.channel()) {
            return take(new IncomingFile(content, origin, channel), origin, inspection, temporary);
        } finally {
            disk.delete(temporary.file());
        }
    }

    /**
     * The same for a file that stays where it is: the pool has it under a second name.
     *
     * @throws IOException if the file system does not allow that, among others
     */
    StoredPackage adopt(Path existing, String origin, Inspection inspection) throws IOException {
        Incoming.Locked temporary = incoming.link(existing);
        try (InputStream content = Files.newInputStream(temporary.file())) {
            return take(new IncomingFile(content, origin, NOWHERE), origin, inspection, temporary);
        } finally {
            temporary.channel().close();
            disk.delete(temporary.file());
        }
    }

    private StoredPackage take(IncomingFile file, String origin, Inspection inspection, Incoming.Locked temporary)
            throws IOException {
        RpmFile read = headers(file, origin);
        file.alsoTo(read.payload());
        inspection.begin(read.signatures()).ifPresent(file::alsoTo);
        file.drain(workers);
        requireWhole(read, file.size(), origin);
        StoredPackage stored = new StoredPackage(read.metadata(), file.sha256(), file.size());
        requireSafeName(read.metadata(), origin);
        inspection.admit(stored, origin);
        return sharing(() -> keep(stored, temporary));
    }

    private static RpmFile headers(IncomingFile file, String origin) throws IOException {
        try {
            return RpmReader.readToPayload(file, origin);
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    /** What is kept under that digest. */
    Optional<StoredPackage> find(Sha256 sha256) throws IOException {
        Path file = path(sha256);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (InputStream in = headersOf(file)) {
            return Optional.of(new StoredPackage(RpmReader.read(in, file.toString()), sha256, Files.size(file)));
        }
    }

    /** Which package is kept under that digest. */
    Optional<Nevra> identify(Sha256 sha256) throws IOException {
        Path file = path(sha256);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (InputStream in = headersOf(file)) {
            return Optional.of(RpmReader.identify(in, file.toString()));
        }
    }

    /** Headers are read in many small pieces. */
    private static InputStream headersOf(Path file) throws IOException {
        return new BufferedInputStream(Files.newInputStream(file), HEADERS);
    }

    /**
     * The content kept under that digest.
     *
     * @throws java.nio.file.NoSuchFileException if there is none
     */
    InputStream open(Sha256 sha256) throws IOException {
        return Files.newInputStream(path(sha256));
    }

    private boolean holds(Sha256 sha256, long size) throws IOException {
        Path file = path(sha256);
        return Files.exists(file) && Files.size(file) == size; // another size is damage, and mended by keeping it again
    }

    /** It counts as new from now on even if it was here, so that garbage collection lets it be for a while. */
    private StoredPackage keep(StoredPackage stored, Incoming.Locked temporary) throws IOException {
        Path file = path(stored.sha256());
        if (holds(stored.sha256(), stored.size())) {
            disk.touch(file, clock.instant());
            disk.createDirectories(shard(stored.sha256()));
        } else {
            disk.touch(temporary.file(), clock.instant());
            disk.sync(temporary.channel(), temporary.file());
            disk.createDirectories(shard(stored.sha256()));
            disk.rename(temporary.file(), file);
        }
        disk.syncDirectory(
                shard(stored.sha256())); // also if it was here: who brought it may have been stopped before this
        return stored;
    }

    private static void requireWhole(RpmFile read, long size, String origin) {
        long stated = read.metadata().fileSize();
        if (stated > 0 && stated != size) {
            throw new UnreadablePackageException(
                    origin, "it has " + size + " bytes, its header says " + stated + "; was it cut short?");
        }
        read.payload().requireMatch(origin);
    }

    private static void requireSafeName(RpmMetadata rpm, String origin) {
        PackageLocation.problem(rpm.nevra()).ifPresent(problem -> {
            throw new UnreadablePackageException(origin, problem);
        });
    }

    /** Looks at a package on its way in. One for each. */
    interface Inspection {

        /** The headers have been read; what is returned, if anything, is given the payload. */
        Optional<ByteSink> begin(RpmSignatures signatures) throws IOException;

        /** The last word before it is kept: throws if the package cannot be offered. */
        void admit(StoredPackage stored, String origin);
    }
}
