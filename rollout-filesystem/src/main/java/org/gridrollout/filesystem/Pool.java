package org.gridrollout.filesystem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.spi.UnreadablePackageException;
import org.gridrollout.filesystem.rpm.RpmMetadata;
import org.gridrollout.filesystem.rpm.RpmReader;
import org.gridrollout.filesystem.yum.Digests;

/** Package files by their content, written once and never changed. Thread-safe. */
final class Pool {

    private final Path directory;
    private final Incoming incoming;
    private final Disk disk;
    private final Workers workers;

    Pool(Path root, Disk disk, Workers workers) {
        this.directory = root.resolve("pool").resolve("sha256");
        this.incoming = new Incoming(root.resolve("pool").resolve("incoming"), disk);
        this.disk = disk;
        this.workers = workers;
    }

    static void create(Path root, Disk disk) throws IOException {
        disk.createDirectories(root.resolve("pool").resolve("sha256"));
        disk.createDirectories(root.resolve("pool").resolve("incoming"));
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

    /** Reads a package once; keeps it if it is not here yet and {@code admission} does not throw. */
    StoredPackage intake(InputStream content, String origin, Admission admission) throws IOException {
        Incoming.Locked temporary = incoming.create();
        try (FileChannel channel = temporary.channel()) {
            IncomingFile file = new IncomingFile(content, origin, channel);
            RpmMetadata rpm = RpmReader.read(file, origin);
            MessageDigest payload = file.startDigest();
            file.drain(workers);
            requireWhole(rpm, file.size(), payload, origin);
            StoredPackage stored = new StoredPackage(rpm, file.sha256(), file.size());
            requireSafeName(rpm, origin);
            admission.admit(stored, origin);
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

    private boolean holds(Sha256 sha256, long size) throws IOException {
        Path file = path(sha256);
        return Files.exists(file) && Files.size(file) == size; // another size is damage, and mended by keeping it again
    }

    private void keep(Sha256 sha256, Path temporary) throws IOException {
        disk.createDirectories(shard(sha256));
        disk.rename(temporary, path(sha256));
        disk.syncDirectory(shard(sha256));
    }

    private static void requireWhole(RpmMetadata rpm, long size, MessageDigest payload, String origin) {
        if (rpm.fileSize() > 0 && rpm.fileSize() != size) {
            throw new UnreadablePackageException(
                    origin, "it has " + size + " bytes, its header says " + rpm.fileSize() + "; was it cut short?");
        }
        if (!rpm.payloadSha256().isEmpty() && !Digests.finish(payload).hex().equals(rpm.payloadSha256())) {
            throw new UnreadablePackageException(origin, "its payload was changed: the digest in its header differs");
        }
    }

    private static void requireSafeName(RpmMetadata rpm, String origin) {
        PackageLocation.problem(rpm.nevra()).ifPresent(problem -> {
            throw new UnreadablePackageException(origin, problem);
        });
    }

    /** Has the last word on a package before it is kept. */
    @FunctionalInterface
    interface Admission {
        /** Throws if the package cannot be offered. */
        void admit(StoredPackage stored, String origin);
    }
}
