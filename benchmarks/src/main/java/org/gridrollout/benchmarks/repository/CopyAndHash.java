package org.gridrollout.benchmarks.repository;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * The part of a publication that any tool has that writes a whole index: reads its bytes and its XML from files, hashes
 * both, and writes the bytes to a new file. Two indexes at a time.
 */
final class CopyAndHash {

    private static final int PIECE = 64 * 1024;

    private final Path directory;
    private final List<Path> closed = new ArrayList<>();
    private final List<Path> open = new ArrayList<>();

    /** Takes the indexes of a repository and lays their XML beside them. */
    CopyAndHash(Path repodata, Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
        for (String kind : List.of("other", "primary", "filelists")) {
            Path file = IndexFiles.named(repodata, kind);
            Path xml = directory.resolve(kind + ".xml");
            try (InputStream in = new GZIPInputStream(Files.newInputStream(file), PIECE)) {
                Files.copy(in, xml);
            }
            closed.add(file);
            open.add(xml);
        }
    }

    Path directory() {
        return directory;
    }

    void run() {
        List<Integer> numbers = List.of(0, 1, 2);
        numbers.parallelStream().forEach(number -> {
            try {
                hash(open.get(number), OutputStream.nullOutputStream());
                try (OutputStream copy = Files.newOutputStream(directory.resolve("copy-" + number))) {
                    hash(closed.get(number), copy);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void hash(Path file, OutputStream copy) throws IOException {
        byte[] piece = new byte[PIECE];
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                digest.update(piece, 0, count);
                copy.write(piece, 0, count);
            }
        }
        digest.digest();
    }
}
