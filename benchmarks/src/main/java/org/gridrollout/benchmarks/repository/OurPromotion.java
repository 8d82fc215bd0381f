package org.gridrollout.benchmarks.repository;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Stage;
import org.gridrollout.benchmarks.ByTurns;
import org.gridrollout.filesystem.Durability;
import org.gridrollout.filesystem.FilesystemRepository;
import org.gridrollout.filesystem.OpenChecksums;

/**
 * What one package more in production costs us, signed and synced.
 *
 * @param millis median of a promotion
 * @param copyAndHash median of what any tool has that writes a whole index
 */
record OurPromotion(double millis, double copyAndHash) {

    private static final Platform EL9 = Platform.parse("el9/x86_64");
    private static final int WARM_UPS = 15;
    private static final String ONE = "one";

    /** So many promotions that the virtual machine compiles hardly anything any more, which here takes a processor off it. */
    private static final int UNTIL_COMPILED = 400;

    private static final int OTHERS = 2_000_000;

    /** Promotes into so many until this process has compiled what it promotes with; into few it compiles less. */
    static void warmUp(int size, OpenChecksums openChecksums) throws IOException {
        List<Path> more = PackageDirectory.small(OTHERS, OTHERS + packages(UNTIL_COMPILED));
        measure("warm-up", PackageDirectory.small(0, size), more, openChecksums, UNTIL_COMPILED);
    }

    /** Fills a repository with those of {@code files}, and promotes one of {@code more} after the other. */
    static OurPromotion measure(List<Path> files, List<Path> more, OpenChecksums openChecksums, int rounds)
            throws IOException {
        return measure("promotion-" + files.size(), files, more, openChecksums, rounds);
    }

    private static OurPromotion measure(
            String purpose, List<Path> files, List<Path> more, OpenChecksums openChecksums, int rounds)
            throws IOException {
        String name = purpose + "-" + openChecksums;
        Path root = Ground.fresh(name);
        FilesystemRepository filling = Ground.open(root, Durability.UNSYNCED);
        List<PackageRef> packages = Ground.takeIn(filling, files);
        List<PackageRef> added = Ground.takeIn(filling, more.subList(0, packages(rounds)));
        Ground.publish(filling, EL9, "first", packages);
        Path key = ThrowawayKey.write(Ground.fresh(name + ".asc"));
        FilesystemRepository repository = FilesystemRepository.at(root)
                .openChecksums(openChecksums)
                .signMetadata(key, () -> new char[0])
                .open();
        Processes.output(List.of("sync")); // or what was filled is written while promotions are measured
        Path repodata = repository.directory(Stage.PRODUCTION, EL9).resolve("repodata");
        double millis = new ByTurns()
                .add(ONE, round -> Ground.publish(repository, EL9, ONE + "-" + round, List.of(added.get(round))))
                .medianMillis(WARM_UPS, rounds)
                .get(ONE);
        CopyAndHash work =
                new CopyAndHash(repodata, openChecksums == OpenChecksums.STATED, Ground.fresh(name + "-copy"));
        double copyAndHash = new ByTurns()
                .add(ONE, round -> work.run())
                .medianMillis(WARM_UPS, rounds)
                .get(ONE);
        return new OurPromotion(millis, copyAndHash);
    }

    /** How many packages are promoted in so many rounds, warm-ups included. */
    static int packages(int rounds) {
        return WARM_UPS + rounds;
    }

    /** Nothing where ours has the sooner copied and hashed. */
    double rest() {
        return Math.max(0, millis - copyAndHash);
    }
}
