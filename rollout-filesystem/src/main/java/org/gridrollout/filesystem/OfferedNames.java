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

    /** Few enough that nobody waits for them, and more than a publication mostly takes out. */
    private static final int AT_ONCE = 8;

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

    /** What a package file was whose name is recorded. */
    Optional<Offered> of(String location) throws IOException {
        return records.of(location).map(entry -> new Offered(new Sha256(entry.what()), entry.generation()));
    }

    /** The oldest of what was withdrawn, as far as it is collected and some at a time. */
    List<Withdrawn> collected(List<Withdrawn> withdrawn) {
        int count = 0;
        while (count < Math.min(withdrawn.size(), AT_ONCE) && isCollected(withdrawn.get(count))) {
            count++;
        }
        return withdrawn.subList(0, count);
    }

    private boolean isCollected(Withdrawn each) {
        return !clock.instant().isBefore(each.superseded().plus(grace))
                && !Files.exists(tree.packageFile(each.location()));
    }

    /** Makes sure that those are known, and that their files are gone, on the disk for good. */
    void keep(List<Withdrawn> collected) throws IOException {
        Set<Path> shelves = new TreeSet<>();
        for (Withdrawn each : collected) {
            records.keep(new Entry(each.location(), each.sha256().hex(), each.generation()));
            shelves.add(tree.packageFile(each.location()).resolveSibling(""));
        }
        for (Path each : shelves) {
            if (Files.exists(each)) {
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
