package org.gridrollout.benchmarks.repository;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;

/** Debian packages with a few lines to say each, for the tools that publish nothing else; written once like the others. */
final class DebianPackages {

    private DebianPackages() {}

    /** What package number so-and-so is called. */
    static String name(int number) {
        return "grid-package-" + number;
    }

    /** The files of the packages numbered {@code from} to {@code to - 1}. */
    static List<Path> of(int from, int to) throws IOException {
        Path directory = Files.createDirectories(PackageDirectory.CACHE.resolve("deb-1"));
        return IntStream.range(from, to)
                .parallel()
                .mapToObj(number -> file(directory.resolve(number / 1000 + ""), number))
                .toList();
    }

    private static Path file(Path directory, int number) {
        return PackageDirectory.once(directory, name(number) + "_1.0-1_amd64.deb", () -> {
            try {
                return build(number);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static byte[] build(int number) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ArArchiveOutputStream deb = new ArArchiveOutputStream(bytes)) {
            member(deb, "debian-binary", "2.0\n".getBytes(StandardCharsets.US_ASCII));
            member(deb, "control.tar.gz", archive("./control", control(number)));
            member(deb, "data.tar.gz", archive("./usr/share/doc/" + name(number) + "/README", name(number) + "\n"));
        }
        return bytes.toByteArray();
    }

    private static String control(int number) {
        return "Package: " + name(number) + "\nVersion: 1.0-1\nArchitecture: amd64\nSection: misc\nPriority: optional\n"
                + "Maintainer: Grid Team <grid@example.org>\nDepends: libc6 (>= 2.34), libssl3 (>= 3.0.0), libxml2 (>= 2.7.4)\n"
                + "Description: package number " + number + "\n A package to be promoted.\n";
    }

    private static void member(ArArchiveOutputStream deb, String name, byte[] content) throws IOException {
        deb.putArchiveEntry(new ArArchiveEntry(name, content.length));
        deb.write(content);
        deb.closeArchiveEntry();
    }

    private static byte[] archive(String path, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(bytes))) {
            TarArchiveEntry entry = new TarArchiveEntry(path);
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }
}
