package org.gridrollout.core.evidence;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.Sha256;

/**
 * What an external check is about: the exact packages of a release, as one digest. Releases with the same packages have
 * the same digest in whatever order they list them; it says nothing of label, notes or certification.
 */
public final class SubjectDigest {

    private static final String FORMAT = "gridrollout-subject-1";

    private SubjectDigest() {}

    /**
     * SHA-256 over the format's name and then, package by package in the order of content digest and name, each of name,
     * epoch, version, release, architecture and content digest. Every text is preceded by its length in bytes as a
     * little-endian 32-bit number, so that no two lists of packages run together to the same bytes.
     */
    public static Sha256 of(Release release) {
        Hasher hasher = Hashing.sha256().newHasher();
        put(hasher, FORMAT);
        List<PackageRef> packages = release.packages().stream()
                .sorted(Comparator.comparing(PackageRef::sha256).thenComparing(PackageRef::toString))
                .toList();
        for (PackageRef each : packages) {
            put(hasher, each.nevra().name());
            put(hasher, Long.toString(each.nevra().evr().epoch()));
            put(hasher, each.nevra().evr().version());
            put(hasher, each.nevra().evr().release());
            put(hasher, each.nevra().arch());
            put(hasher, each.sha256().hex());
        }
        return new Sha256(hasher.hash().toString());
    }

    private static void put(Hasher hasher, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        hasher.putInt(bytes.length).putBytes(bytes);
    }
}
