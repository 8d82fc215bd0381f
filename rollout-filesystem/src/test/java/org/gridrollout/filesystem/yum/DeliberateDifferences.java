package org.gridrollout.filesystem.yum;

import java.util.Map;
import java.util.TreeMap;

/**
 * Where our metadata is not createrepo_c's, on purpose; the only place that says so besides docs/rollout-filesystem.md.
 * Both sides are brought to one form before they are compared.
 */
public final class DeliberateDifferences {

    private DeliberateDifferences() {}

    /** Takes out the file's time: ours is the build time, so that metadata is a function of the package's content. */
    public static Map<String, String> without(Map<String, String> packages) {
        Map<String, String> result = new TreeMap<>();
        packages.forEach((checksum, canonical) ->
                result.put(checksum, canonical.replaceAll("(?m)^(.*common time\\{build=[0-9]+), file=[0-9]+}", "$1}")));
        return result;
    }

    /**
     * Where createrepo_c knows no archive size, takes ours out: version 6 of the format states it in another place, which
     * createrepo_c 0.17 does not read.
     */
    public static String archiveSizeOnlyIfKnownTo(String theirs, String ours) {
        return theirs.contains("common size{archive=0, ")
                ? ours.replaceAll("(?m)^(.*common size\\{archive=)[0-9]+, ", "$10, ")
                : ours;
    }

    /** Takes out the place as well, for trees laid out in another way. */
    public static Map<String, String> withoutLocations(Map<String, String> packages) {
        Map<String, String> result = new TreeMap<>();
        without(packages)
                .forEach((checksum, canonical) ->
                        result.put(checksum, canonical.replaceAll("(?m)^(.*common location)\\{href=.*}", "$1{}")));
        return result;
    }
}
