package org.gridrollout.core.version;

import org.gridrollout.api.software.Evr;
import org.gridrollout.api.spi.VersionScheme;

/**
 * Earlier content under a higher version that names it: {@code 2.9-4} after {@code 3.0-1} becomes
 * {@code 3.0+really2.9-4}. The spelling is Debian's ({@code CURRENT+reallyFORMER}: lintian,
 * {@code epoch-changed-but-upstream-version-did-not-go-backwards}). rpm sorts it the same way: above {@code 3.0} with any
 * release, below {@code 3.0.1} and {@code 3.1}.
 */
final class Reissue {

    private static final String REALLY = "+really";

    private Reissue() {}

    /**
     * The version to release {@code content} under, strictly higher than {@code floor} and of its epoch. Where both have the
     * same version, its text stays and the release is counted up.
     */
    static Evr above(Evr floor, Evr content, VersionScheme scheme) {
        Evr asItWas = new Evr(floor.epoch(), content.version(), content.release());
        if (scheme.compare(asItWas, floor) > 0) {
            return asItWas;
        }
        String name = named(content.version());
        Evr sameRelease = new Evr(floor.epoch(), content.version(), floor.release());
        if (scheme.compare(sameRelease, floor) == 0 || floor.version().endsWith(REALLY + name)) {
            return scheme.next(floor);
        }
        int really = floor.version().indexOf(REALLY);
        String base = really < 0 ? floor.version() : floor.version().substring(0, really);
        Evr reissue = new Evr(floor.epoch(), base + REALLY + name, content.release());
        // a floor that names higher content than this is kept whole, since one part more is higher
        return scheme.compare(reissue, floor) > 0
                ? reissue
                : new Evr(floor.epoch(), floor.version() + REALLY + name, content.release());
    }

    /** The content that a version stands for, be it such a reissue itself. */
    private static String named(String version) {
        int really = version.lastIndexOf(REALLY);
        return really < 0 ? version : version.substring(really + REALLY.length());
    }
}
