package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.filesystem.Manifest.Withdrawn;
import org.gridrollout.filesystem.Records.Entry;

/**
 * Whose a file name is whose package was collected: clients may have kept that, so it never names other content. Recorded
 * by a publication after that, so that no manifest need say it any more, however many there were. Who writes needs the
 * writer's lock.
 */
final class OfferedNames {

    /** Names that a publication records besides; few enough that nobody waits for them. */
    private static final int BACKLOG = 8;

    /** Names that it looks at besides: some may be of files that stay, such as somebody else's. */
    private static final int LOOKED_AT = 64;

    private final Tree tree;
    private final Disk disk;
    private final InstantSource clock;
    private final Duration grace;
    private final Records records;

    OfferedNames(Tree tree, Disk disk, InstantSource clock, Duration grace) {
        this.tree = tree;
        this.disk = disk;
        this.clock = clock;
        this.grace = grace;
        this.records = new Records(tree.names(), "what clients may have kept under that file name", disk);
    }

    /** What a package file was whose name is recorded; until that is for good, the manifest says it as well. */
    Optional<Offered> of(String location) throws IOException {
        return records.find(location).map(entry -> new Offered(new Sha256(entry.what()), entry.generation()));
    }

    /**
     * The oldest of what was withdrawn and is collected.
     *
     * @param joining how many are withdrawn now; twice as many may go, so that they never become more and more
     */
    List<Withdrawn> collected(List<Withdrawn> withdrawn, int joining) {
        return withdrawn.stream()
                .limit(LOOKED_AT + 2L * joining)
                .filter(this::isCollected)
                .limit(BACKLOG + 2L * joining)
                .toList();
    }

    private boolean isCollected(Withdrawn each) {
        return !clock.instant().isBefore(each.superseded().plus(grace))
                && Files.notExists(tree.packageFile(each.location()));
    }

    /** Makes sure that those are known, and that their files are gone, on the disk for good. */
    void keep(List<Withdrawn> collected) throws IOException {
        Set<Path> shelves = new TreeSet<>();
        for (Withdrawn each : collected) {
            records.keep(new Entry(each.location(), each.sha256().hex(), each.generation()));
            shelves.add(tree.packageFile(each.location()).resolveSibling(""));
        }
        for (Path each : shelves) {
            if (!Files.notExists(each)) {
                disk.syncDirectory(each);
            }
        }
    }

    /**
     * A package file that is not offered any more.
     *
     * @param generation the first without it
     */
    record Offered(Sha256 sha256, long generation) {}
}
