package org.gridrollout.benchmarks.repository;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * The part of a publication that any tool has that writes a whole index and keeps it: reads its bytes, and where wanted its
 * XML, from files, hashes them, and writes the bytes to a new file that is forced to the disk. Two files at a time, the
 * largest first.
 */
final class CopyAndHash {

    private static final int PIECE = 64 * 1024;
    private static final int THREADS = 2;

    private final Path directory;
    private final List<Path> closed = new ArrayList<>();
    private final List<Path> largestFirst = new ArrayList<>();
    private int copies;

    /** Takes the indexes of a repository and lays their XML beside them. */
    CopyAndHash(Path repodata, boolean withXml, Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
        for (String kind : List.of("other", "primary", "filelists")) {
            Path file = IndexFiles.named(repodata, kind);
            closed.add(file);
            Path xml = directory.resolve(kind + ".xml");
            if (withXml) {
                try (InputStream in = new GZIPInputStream(Files.newInputStream(file), PIECE)) {
                    Files.copy(in, xml);
                }
                largestFirst.add(xml);
            }
        }
        largestFirst.addAll(closed);
        largestFirst.sort(
                Comparator.comparingLong((Path each) -> each.toFile().length()).reversed());
    }

    void run() {
        int copy = copies++;
        Queue<Path> waiting = new ConcurrentLinkedQueue<>(largestFirst);
        IntStream.range(0, THREADS).parallel().forEach(thread -> {
            for (Path each = waiting.poll(); each != null; each = waiting.poll()) {
                run(each, copy);
            }
        });
    }

    private void run(Path file, int copy) {
        try {
            if (closed.contains(file)) {
                copy(file, directory.resolve(file.getFileName() + "-copy-" + copy));
            } else {
                hash(file, OutputStream.nullOutputStream());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path file, Path to) throws IOException {
        try (FileChannel channel = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            hash(file, Channels.newOutputStream(channel));
            channel.force(true);
        }
    }

    private static void hash(Path file, OutputStream copy) throws IOException {
        byte[] piece = new byte[PIECE];
        MessageDigest digest = PlainCopy.sha256();
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                digest.update(piece, 0, count);
                copy.write(piece, 0, count);
            }
        }
        digest.digest();
    }
}
