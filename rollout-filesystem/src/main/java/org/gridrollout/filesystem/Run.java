package org.gridrollout.filesystem;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.filesystem.yum.Digests;
import org.gridrollout.filesystem.yum.Fragments;
import org.jspecify.annotations.Nullable;

/**
 * Some dozens of packages that follow each other in a generation: what is compressed together. Where a run ends depends on
 * the package at its end alone, so a package added or removed changes one run and leaves the others as they were. What is
 * dear to say of a run is worked out once. Thread-safe.
 */
final class Run {

    /** A package in so many ends a run. */
    private static final int MEAN = 64;

    private static final int MOST = 4 * MEAN;

    private final List<PackageRef> packages;
    private volatile @Nullable Sha256 key;
    private volatile byte @Nullable [] listing;

    private Run(List<PackageRef> packages) {
        this.packages = List.copyOf(packages);
    }

    /** Cuts a sorted list; takes those runs that did not change from a list that was cut before. */
    static List<Run> cut(List<PackageRef> sorted, List<Run> before) {
        Map<Sha256, Run> byFirst = new HashMap<>();
        before.forEach(each -> byFirst.put(each.packages.get(0).sha256(), each));
        List<Run> runs = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < sorted.size(); i++) {
            boolean last = i == sorted.size() - 1;
            if (last || endsRun(sorted.get(i).sha256()) || i - start + 1 == MOST) {
                List<PackageRef> packages = sorted.subList(start, i + 1);
                Run known = byFirst.get(packages.get(0).sha256());
                runs.add(known != null && known.packages.equals(packages) ? known : new Run(packages));
                start = i + 1;
            }
        }
        return List.copyOf(runs);
    }

    List<PackageRef> packages() {
        return packages;
    }

    /** Which packages, rendered how. */
    Sha256 key() {
        Sha256 known = key;
        if (known == null) {
            MessageDigest digest = Digests.start();
            digest.update((byte) Fragments.VERSION);
            packages.forEach(each -> digest.update(each.sha256().hex().getBytes(StandardCharsets.US_ASCII)));
            known = Digests.finish(digest);
            key = known;
        }
        return known;
    }

    /** Its part of a generation's listing; not to be changed. */
    byte[] listing() {
        byte[] known = listing;
        if (known == null) {
            known = PackageListing.write(packages);
            listing = known;
        }
        return known;
    }

    private static boolean endsRun(Sha256 sha256) {
        return Integer.parseInt(sha256.hex(), 0, 4, 16) % MEAN == 0;
    }
}
