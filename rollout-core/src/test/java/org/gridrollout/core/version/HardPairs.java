package org.gridrollout.core.version;

import java.util.Random;

/** Endless pairs of RPM versions that sorters get wrong: marks, zeros, separators only, near misses of one another. */
final class HardPairs {

    private final Random random;
    private final HardTexts texts;

    HardPairs(long seed) {
        this.random = new Random(seed);
        this.texts = new HardTexts(
                random,
                ".",
                "_",
                "+",
                "..",
                "~",
                "~~",
                "^",
                "0",
                "00",
                "1",
                "01",
                "9",
                "10",
                "18446744073709551616",
                "a",
                "aa",
                "A",
                "z",
                "rc1",
                "git",
                "el9",
                ".1",
                ".0",
                "2.1.2");
    }

    /** One pair; every second one differs in a single place. */
    String[] next() {
        return texts.pair(6);
    }

    /** A pair of full versions, mostly of one epoch and one version so that the release decides. */
    String[] nextFull() {
        String[] versions = next();
        String[] releases = next();
        boolean sameVersion = random.nextInt(3) > 0;
        return new String[] {
            epoch() + versions[0] + release(releases[0]),
            epoch() + (sameVersion ? versions[0] : versions[1]) + release(releases[1])
        };
    }

    private String epoch() {
        return switch (random.nextInt(8)) {
            case 0 -> "0:";
            case 1 -> "1:";
            case 2 -> "4294967295:";
            default -> "";
        };
    }

    private String release(String text) {
        return random.nextInt(4) == 0 ? "" : "-" + text;
    }
}
