package org.gridrollout.filesystem.yum;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Sha256;

/**
 * Cuts a sorted list of packages into runs of a few dozen. Where a run ends depends on the package at its end alone, so a
 * package added or removed changes one run and leaves the others as they were.
 */
final class Runs {

    /** A package in so many ends a run. */
    private static final int MEAN = 64;

    private static final int MOST = 4 * MEAN;

    private Runs() {}

    static List<List<PackageRef>> of(List<PackageRef> packages) {
        List<List<PackageRef>> runs = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < packages.size(); i++) {
            boolean last = i == packages.size() - 1;
            if (last || endsRun(packages.get(i).sha256()) || i - start + 1 == MOST) {
                runs.add(packages.subList(start, i + 1));
                start = i + 1;
            }
        }
        return runs;
    }

    static Sha256 key(List<PackageRef> run) {
        MessageDigest digest = Digests.start();
        digest.update((byte) Fragments.VERSION);
        run.forEach(each -> digest.update(each.sha256().hex().getBytes(StandardCharsets.US_ASCII)));
        return Digests.finish(digest);
    }

    private static boolean endsRun(Sha256 sha256) {
        return Integer.parseInt(sha256.hex(), 0, 4, 16) % MEAN == 0;
    }
}
