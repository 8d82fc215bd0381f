package org.gridrollout.api.spi;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.gridrollout.api.software.BaseSnapshot;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.SoftwarePackage;

/**
 * Knows what production is installed on top of: for each platform one pinned snapshot of the repositories that belong to
 * others. Which snapshot is pinned is the host's decision; the core only reads.
 *
 * <p>Thread-safe. Never waits for the network: what is pinned is kept. Trouble is a {@link RepositoryException}; packages
 * handed over before it are then not to be relied on. Proven by {@code BaseRepositoriesContract} in the testkit.
 */
public interface BaseRepositories {

    /** What is pinned for that platform now; empty if nothing is, so that production has to be complete in itself. */
    Optional<BaseSnapshot> pinned(Platform platform);

    /**
     * Hands over every package of a snapshot, one by one in an order that is always the same, so that nobody has to hold
     * all of them. Their {@link SoftwarePackage#files} may be only those that repositories list for resolvers (under {@code
     * /etc} or with {@code bin/} in the path); {@link #owners} knows the others. A package that is in two of the
     * repositories comes twice.
     *
     * @param snapshot one that {@link #pinned} gave; stays readable at least as long as it is pinned
     */
    void forEachPackage(BaseSnapshot snapshot, Consumer<? super SoftwarePackage> consumer);

    /**
     * The packages of a snapshot that install those paths, whichever paths these are. May read much more than {@link
     * #forEachPackage} does, so ask once, for the paths that are required and were not found there.
     *
     * @return for each of the paths its owners; paths without one are left out
     */
    Map<String, Set<PackageRef>> owners(BaseSnapshot snapshot, Set<String> paths);
}
