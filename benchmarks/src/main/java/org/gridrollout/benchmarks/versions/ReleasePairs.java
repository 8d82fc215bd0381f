package org.gridrollout.benchmarks.versions;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Pairs of {@code version-release} as a rollout meets them: a package beside the floor it must exceed, so mostly alike up
 * to the patch level or the release. The same pairs in every run.
 */
final class ReleasePairs {

    static final int COUNT = 1024;

    private static final String[] DISTS = {".el7", ".el8", ".el9", ".el10", "", ".el9_4", ".fc42"};

    private final Random random = new Random(20261124);

    private ReleasePairs() {}

    /** {@value #COUNT} pairs, each an array of two. */
    static List<String[]> all() {
        ReleasePairs source = new ReleasePairs();
        List<String[]> pairs = new ArrayList<>(COUNT);
        for (int i = 0; i < COUNT; i++) {
            pairs.add(source.pair());
        }
        return pairs;
    }

    private String[] pair() {
        String upstream = random.nextInt(8) + "." + random.nextInt(20);
        String left = upstream + "." + random.nextInt(30);
        // one in four differs early, one in two in the patch level, the rest only in what follows it
        String right = switch (random.nextInt(4)) {
            case 0 -> random.nextInt(8) + "." + random.nextInt(20) + "." + random.nextInt(30);
            case 1, 2 -> upstream + "." + random.nextInt(30);
            default -> left;
        };
        String dist = DISTS[random.nextInt(DISTS.length)];
        return new String[] {left + tail() + dist, right + tail() + dist};
    }

    private String tail() {
        String release = "-" + (1 + random.nextInt(12));
        return switch (random.nextInt(12)) {
            case 0 -> "~rc" + (1 + random.nextInt(11)) + release;
            case 1 -> "^2026" + (1000 + random.nextInt(200)) + "git" + release;
            default -> release;
        };
    }
}
