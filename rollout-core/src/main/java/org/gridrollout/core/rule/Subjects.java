package org.gridrollout.core.rule;

import java.util.List;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.core.evidence.SubjectDigest;
import org.jspecify.annotations.Nullable;

/**
 * Subject digests, of which the last one is remembered: several checks ask for the same release one after the other.
 * Thread-safe; what is remembered changes no answer.
 */
final class Subjects {

    private volatile @Nullable Known last;

    Sha256 of(Release release) {
        Known known = last;
        if (known == null || !known.packages().equals(release.packages())) {
            known = new Known(release.packages(), SubjectDigest.of(release));
            last = known;
        }
        return known.digest();
    }

    private record Known(List<PackageRef> packages, Sha256 digest) {}
}
