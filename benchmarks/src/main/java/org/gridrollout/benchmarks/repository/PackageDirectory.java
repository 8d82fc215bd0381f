package org.gridrollout.benchmarks.repository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.gridrollout.testkit.rpm.RpmBuilder;

/** Packages written once into {@code benchmarks.packages} and used again by later runs, which hard-link them. */
final class PackageDirectory {

    static final Path CACHE = Path.of(System.getProperty("benchmarks.packages", "target/packages"));
    private static final String GENERATOR = "3"; // rises when other packages are to be generated

    private PackageDirectory() {}

    /** The files of the packages numbered {@code from} to {@code to - 1}. */
    static List<Path> small(int from, int to) throws IOException {
        Path directory = Files.createDirectories(CACHE.resolve("small-" + GENERATOR));
        return IntStream.range(from, to)
                .parallel()
                .mapToObj(number -> file(directory.resolve(number / 1000 + ""), RealisticPackage.of(number)))
                .toList();
    }

    /** So many packages of so many bytes each. */
    static List<Path> large(int count, int bytes) throws IOException {
        Path directory = Files.createDirectories(CACHE.resolve("large-" + GENERATOR + "-" + bytes));
        List<Path> files = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            files.add(file(directory, RealisticPackage.of(number, bytes)));
        }
        return files;
    }

    /** Hard links to those files in a new directory. */
    static Path linked(List<Path> files, Path directory) throws IOException {
        Files.createDirectories(directory);
        for (Path each : files) {
            Files.createLink(directory.resolve(each.getFileName()), each);
        }
        return directory;
    }

    private static Path file(Path directory, RpmBuilder rpm) {
        return once(directory, rpm.fileName(), rpm::build);
    }

    /** The file of that name, made if no earlier run has. */
    static Path once(Path directory, String name, Supplier<byte[]> content) {
        Path file = directory.resolve(name);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(directory);
                Path temporary = directory.resolve(name + ".part");
                Files.write(temporary, content.get());
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
