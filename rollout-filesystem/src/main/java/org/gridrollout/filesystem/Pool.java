package org.gridrollout.filesystem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.spi.UnreadablePackageException;
import org.gridrollout.filesystem.rpm.ByteSink;
import org.gridrollout.filesystem.rpm.RpmFile;
import org.gridrollout.filesystem.rpm.RpmMetadata;
import org.gridrollout.filesystem.rpm.RpmReader;
import org.gridrollout.filesystem.rpm.RpmSignatures;

/** Package files by their content, written once and never changed. Thread-safe. */
final class Pool {

    private final Path directory;
    private final Incoming incoming;
    private final Disk disk;

    Pool(Path root, Disk disk) {
        this.directory = root.resolve("pool").resolve("sha256");
        this.incoming = new Incoming(root.resolve("pool").resolve("incoming"), disk);
        this.disk = disk;
    }

    static void create(Path root, Disk disk) throws IOException {
        disk.createDirectories(root.resolve("pool").resolve("sha256"));
        disk.createDirectories(root.resolve("pool").resolve("incoming"));
        new Pool(root, disk).incoming.deleteOrphans();
    }

    /** Where that content is, or would be. */
    Path path(Sha256 sha256) {
        return shard(sha256).resolve(sha256 + ".rpm");
    }

    /** The directory whose entry makes that content findable. */
    Path shard(Sha256 sha256) {
        return directory.resolve(sha256.hex().substring(0, 2));
    }

    /** Reads a package once; keeps it if it is not here yet and {@code inspection} does not throw. */
    StoredPackage intake(InputStream content, String origin, Inspection inspection) throws IOException {
        Incoming.Locked temporary = incoming.create();
        try (FileChannel channel = temporary.channel()) {
            IncomingFile file = new IncomingFile(content, origin, channel);
            RpmFile read = RpmReader.readToPayload(file, origin);
            file.alsoTo(read.payload());
            file.alsoTo(inspection.begin(read.signatures()));
            file.drain();
            requireWhole(read, file.size(), origin);
            StoredPackage stored = new StoredPackage(read.metadata(), file.sha256(), file.size());
            requireSafeName(read.metadata(), origin);
            inspection.admit(stored, origin);
            if (!holds(stored.sha256(), stored.size())) {
                disk.sync(channel, temporary.file());
                keep(stored.sha256(), temporary.file());
            }
            return stored;
        } finally {
            disk.delete(temporary.file());
        }
    }

    /** What is kept under that digest. */
    Optional<StoredPackage> find(Sha256 sha256) throws IOException {
        Path file = path(sha256);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(new StoredPackage(RpmReader.read(in, file.toString()), sha256, Files.size(file)));
        }
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

    private void keep(Sha256 sha256, Path temporary) throws IOException {
        disk.createDirectories(shard(sha256));
        disk.rename(temporary, path(sha256));
        disk.syncDirectory(shard(sha256));
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

        /** The headers have been read; what is returned is given the payload. */
        ByteSink begin(RpmSignatures signatures) throws IOException;

        /** The last word before it is kept: throws if the package cannot be offered. */
        void admit(StoredPackage stored, String origin);
    }
}
