package org.gridrollout.benchmarks.closure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The main archive's index as {@code apt-get update} leaves it. */
final class AptIndex {

    private static final Path LISTS = Path.of("/var/lib/apt/lists");
    private static final String READER = "/usr/lib/apt/apt-helper";

    private AptIndex() {}

    /** The largest index of main for amd64, unpacked into the directory; nothing where apt has none. */
    static Optional<Path> unpackInto(Path directory) throws IOException {
        Optional<Path> packed = largest();
        if (packed.isEmpty()) {
            return Optional.empty();
        }
        Path index = directory.resolve("Packages");
        Process reader = new ProcessBuilder(READER, "cat-file", packed.get().toString())
                .redirectOutput(index.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            if (reader.waitFor() != 0) {
                throw new IOException(READER + " could not read " + packed.get());
            }
        } catch (InterruptedException e) {
            reader.destroy();
            throw new IOException(e);
        }
        return Optional.of(index);
    }

    private static Optional<Path> largest() throws IOException {
        if (!Files.isDirectory(LISTS)) {
            return Optional.empty();
        }
        try (Stream<Path> lists = Files.list(LISTS)) {
            return lists.filter(each -> each.getFileName().toString().contains("_main_binary-amd64_Packages"))
                    .max(Comparator.comparingLong(each -> each.toFile().length()));
        }
    }
}
