package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.spi.RepositoryException;

/** Which content the published trees need: what they offer, and what they owe in its grace period. */
final class References {

    private final Path root;
    private final Generations generations;
    private final Duration grace;

    References(Path root, Generations generations, Duration grace) {
        this.root = root;
        this.generations = generations;
        this.grace = grace;
    }

    /**
     * The digests of all of it.
     *
     * @throws RepositoryException if a tree does not say what it offers; better nothing is deleted then
     */
    Set<Sha256> at(Instant now) throws IOException {
        Set<Sha256> needed = new HashSet<>();
        for (Tree tree : Trees.under(root)) {
            Manifest manifest = generations.current(tree);
            for (PackageRef each : manifest.packages()) {
                needed.add(each.sha256());
            }
            for (Manifest.Withdrawn each : manifest.withdrawn()) {
                if (now.isBefore(each.superseded().plus(grace))) {
                    needed.add(each.sha256());
                }
            }
        }
        return needed;
    }

    /** The keys of all runs that are in an index. */
    Set<Sha256> runs() throws IOException {
        Set<Sha256> keys = new HashSet<>();
        for (Tree tree : Trees.under(root)) {
            generations.current(tree).holdings().runs().forEach(each -> keys.add(each.key()));
        }
        return keys;
    }
}
