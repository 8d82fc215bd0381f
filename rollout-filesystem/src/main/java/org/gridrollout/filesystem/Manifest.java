package org.gridrollout.filesystem;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Sha256;
import org.immutables.value.Value;

/**
 * What one generation is: the truth about a published tree, of which the metadata is a rendering.
 *
 * @param change which change set made it; absent for generation 0 only
 * @param published when; the epoch for generation 0
 * @param revision what repomd says; rises strictly
 * @param repomd the digest of its {@code repomd.xml}; absent for generation 0 only
 * @param holdings everything in its index
 * @param kept which of it is an earlier version that stays for sites that pin it
 * @param advisories the digest of what it tells about its packages; absent if that is nothing
 * @param indexFiles the names of its own index files
 * @param withdrawn package files that earlier generations named, the oldest first, until their names are {@linkplain OfferedNames recorded}
 */
@Value.Builder
record Manifest(
        long number,
        Optional<ChangeSetId> change,
        Instant published,
        long revision,
        Optional<Sha256> repomd,
        Holdings holdings,
        Optional<Sha256> advisories,
        List<String> indexFiles,
        List<Kept> kept,
        List<Withdrawn> withdrawn) {

    /**
     * A package in the index that no change set wants offered any more.
     *
     * @param generation the first that something higher took its place in
     */
    record Kept(Sha256 sha256, long generation) {}

    /**
     * A package file no longer in the index.
     *
     * @param generation the first generation without it
     * @param superseded when that was published; its grace period counts from then
     */
    record Withdrawn(String location, Sha256 sha256, long generation, Instant superseded) {}

    Manifest {
        indexFiles = List.copyOf(indexFiles);
        kept = List.copyOf(kept);
        withdrawn = List.copyOf(withdrawn);
    }

    /** Before anything was published. */
    static Manifest empty() {
        return new ManifestBuilder()
                .number(0)
                .published(Instant.EPOCH)
                .revision(0)
                .holdings(Holdings.of(List.of()))
                .build();
    }

    /** The same, without some of what was withdrawn. */
    Manifest without(List<Withdrawn> recorded) {
        if (recorded.isEmpty()) {
            return this;
        }
        Set<Withdrawn> gone = Set.copyOf(recorded);
        return new ManifestBuilder()
                .from(this)
                .withdrawn(
                        withdrawn.stream().filter(each -> !gone.contains(each)).toList())
                .build();
    }

    /** Everything in the index, in a generation's order. */
    List<PackageRef> packages() {
        return holdings.packages();
    }

    /** What the change sets say: all of it but earlier versions. */
    List<PackageRef> offered() {
        if (kept.isEmpty()) {
            return packages();
        }
        Map<PackageRef, Long> earlier = keptPackages();
        return packages().stream().filter(each -> !earlier.containsKey(each)).toList();
    }

    /** The earlier versions, each with the generation that something higher took its place in. */
    Map<PackageRef, Long> keptPackages() {
        if (kept.isEmpty()) {
            return Map.of();
        }
        Map<Sha256, Long> generations = new HashMap<>();
        kept.forEach(each -> generations.put(each.sha256(), each.generation()));
        Map<PackageRef, Long> packages = new LinkedHashMap<>();
        for (PackageRef each : packages()) {
            Long generation = generations.get(each.sha256());
            if (generation != null) {
                packages.put(each, generation);
            }
        }
        return packages;
    }
}
