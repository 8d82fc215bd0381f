package org.gridrollout.core.version;

import java.util.Random;
import org.gridrollout.api.software.Evr;

/** Endless pairs of legal Debian versions that sorters get wrong: hyphens and colons upstream, tildes, absent revisions. */
final class HardDebianPairs {

    private static final long[] EPOCHS = {0, 0, 0, 1, 1, Integer.MAX_VALUE};

    private final Random random;
    private final HardTexts upstreams;
    private final HardTexts revisions;

    HardDebianPairs(long seed) {
        this.random = new Random(seed);
        this.upstreams = new HardTexts(
                random,
                ".",
                "+",
                "-",
                ":",
                "~",
                "~~",
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
                "+dfsg",
                "+really",
                ".1",
                ".0",
                "2.1.2");
        this.revisions = new HardTexts(
                random,
                ".",
                "+",
                "~",
                "~~",
                "0",
                "00",
                "1",
                "01",
                "9",
                "10",
                "18446744073709551616",
                "a",
                "Z",
                "ubuntu",
                "+deb12u1",
                "~bpo12+1",
                "+b1");
    }

    /** A pair of full versions, mostly of one epoch and one upstream version so that the revision decides. */
    Evr[] next() {
        long epoch = epoch();
        String[] versions = upstreams.pair(5);
        String[] releases = revisions.pair(4);
        String digit = random.nextBoolean() ? "0" : "1";
        boolean sameVersion = random.nextInt(3) == 0;
        return new Evr[] {
            legal(epoch, digit + versions[0], release(releases[0])),
            legal(
                    random.nextInt(8) == 0 ? epoch() : epoch,
                    digit + (sameVersion ? versions[0] : versions[1]),
                    release(releases[1]))
        };
    }

    private long epoch() {
        return EPOCHS[random.nextInt(EPOCHS.length)];
    }

    private String release(String text) {
        return random.nextInt(4) == 0 ? "" : text;
    }

    private static Evr legal(long epoch, String version, String release) {
        String withoutColon = epoch == 0 ? version.replace(":", "") : version;
        return new Evr(epoch, release.isEmpty() ? withoutColon.replace("-", "") : withoutColon, release);
    }
}
