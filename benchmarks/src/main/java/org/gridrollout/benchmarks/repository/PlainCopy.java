package org.gridrollout.benchmarks.repository;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.Stream;

/** What an intake cannot do without, by one thread: reads files, makes digests of each, and writes them to others. */
final class PlainCopy {

    private static final int PIECE = 64 * 1024;

    private final List<Path> files;
    private final Path directory;

    PlainCopy(List<Path> files, Path directory) throws IOException {
        this.files = files;
        this.directory = Files.createDirectories(directory);
    }

    Path directory() {
        return directory;
    }

    /** Leaves files without content: for minutes after many were deleted ext4 takes long to create another. */
    static void empty(Path directory) throws IOException {
        try (Stream<Path> walk = Files.walk(directory)) {
            for (Path each : walk.filter(Files::isRegularFile).toList()) {
                Files.write(each, new byte[0]);
            }
        }
    }

    /** Copies all, making so many digests of each. */
    void run(int digests) throws IOException {
        byte[] piece = new byte[PIECE];
        for (Path each : files) {
            List<MessageDigest> running =
                    Stream.generate(PlainCopy::sha256).limit(digests).toList();
            try (InputStream in = Files.newInputStream(each);
                    OutputStream out = Files.newOutputStream(directory.resolve(each.getFileName()))) {
                for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                    for (MessageDigest digest : running) {
                        digest.update(piece, 0, count);
                    }
                    out.write(piece, 0, count);
                }
            }
            running.forEach(MessageDigest::digest);
        }
    }

    /** A digest of bytes in memory, in the same pieces. */
    static void hash(byte[] content) {
        MessageDigest digest = sha256();
        for (int at = 0; at < content.length; at += PIECE) {
            digest.update(content, at, Math.min(PIECE, content.length - at));
        }
        digest.digest();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
