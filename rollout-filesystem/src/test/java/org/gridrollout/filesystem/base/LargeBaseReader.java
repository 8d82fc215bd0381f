package org.gridrollout.filesystem.base;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gridrollout.api.software.SoftwarePackage;

/** Run in a process of its own, with as little memory as is to be proven enough: reads a repository and says what it took. */
final class LargeBaseReader {

    private LargeBaseReader() {}

    /** @param arguments the repository; {@code keep} to hold all packages, {@code pass} to let them go */
    public static void main(String[] arguments) throws IOException {
        boolean keep = arguments[1].equals("keep");
        ForeignRepository repository = ForeignRepository.open(RepositorySource.in(Path.of(arguments[0])));
        List<SoftwarePackage> kept = new ArrayList<>();
        long begun = System.nanoTime();
        long count = repository.forEachPackage(each -> {
            if (keep) {
                kept.add(each);
            }
        });
        long read = System.nanoTime();
        int owners = repository
                .owners(Set.of("/usr/bin/lib-lib01", "/usr/bin/nobody"))
                .size();
        long listed = System.nanoTime();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "%d packages, %d kept, %d owned; primary %d ms, filelists %d ms; %d MiB used of %d%n",
                count,
                kept.size(),
                owners,
                Duration.ofNanos(read - begun).toMillis(),
                Duration.ofNanos(listed - read).toMillis(),
                (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                runtime.maxMemory() >> 20);
    }
}
