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
        while (start < sorted.size()) {
            Run known = byFirst.get(sorted.get(start).sha256());
            Run next = known != null && known.isNext(sorted, start) ? known : cutAt(sorted, start);
            runs.add(next);
            start += next.packages.size();
        }
        return List.copyOf(runs);
    }

    private static Run cutAt(List<PackageRef> sorted, int start) {
        int end = start + 1;
        while (end < sorted.size() && end - start < MOST && !endsRun(sorted.get(end - 1))) {
            end++;
        }
        return new Run(sorted.subList(start, end));
    }

    /** Whether a cut there would come to the same packages. They are compared as objects: those of a change stay what they were. */
    @SuppressWarnings("ReferenceEquality")
    private boolean isNext(List<PackageRef> sorted, int start) {
        int end = start + packages.size();
        if (end > sorted.size() || !(end == sorted.size() || endsBefore())) {
            return false;
        }
        for (int i = 0; i < packages.size(); i++) {
            if (packages.get(i) != sorted.get(start + i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it ends whatever comes next. */
    private boolean endsBefore() {
        return packages.size() == MOST || endsRun(packages.get(packages.size() - 1));
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

    private static boolean endsRun(PackageRef last) {
        return Integer.parseInt(last.sha256().hex(), 0, 4, 16) % MEAN == 0;
    }
}
