package org.gridrollout.filesystem;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Sha256;
import org.immutables.value.Value;

/**
 * What one generation is: the truth about a published tree, of which the metadata is a rendering.
 *
 * @param change which change set made it; absent for generation 0 only
 * @param revision what repomd says; rises strictly
 * @param repomd the digest of its {@code repomd.xml}; absent for generation 0 only
 * @param holdings its packages
 * @param indexFiles the names of its own index files
 * @param carried index files of earlier generations that its {@code repodata} still offers
 * @param withdrawn package files that earlier generations named and that still lie in the tree
 */
@Value.Builder
record Manifest(
        long number,
        Optional<ChangeSetId> change,
        long revision,
        Optional<Sha256> repomd,
        Holdings holdings,
        List<String> indexFiles,
        List<Carried> carried,
        List<Withdrawn> withdrawn) {

    /**
     * An index file of an earlier generation.
     *
     * @param superseded when the first generation without it was published; its grace period counts from then
     */
    record Carried(String file, Instant superseded) {}

    /**
     * A package file no longer in the index.
     *
     * @param generation the first generation without it
     * @param superseded when that was published; its grace period counts from then
     */
    record Withdrawn(String location, Sha256 sha256, long generation, Instant superseded) {}

    Manifest {
        indexFiles = List.copyOf(indexFiles);
        carried = List.copyOf(carried);
        withdrawn = List.copyOf(withdrawn);
    }

    /** Before anything was published. */
    static Manifest empty() {
        return new ManifestBuilder()
                .number(0)
                .revision(0)
                .holdings(Holdings.of(List.of()))
                .build();
    }

    /** In a generation's order. */
    List<PackageRef> packages() {
        return holdings.packages();
    }
}
