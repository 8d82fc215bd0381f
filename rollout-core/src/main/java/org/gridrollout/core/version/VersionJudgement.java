package org.gridrollout.core.version;

import java.util.List;
import java.util.Optional;
import org.gridrollout.api.software.Evr;

/** What the versioning rules say about a version that is to follow a floor. */
public sealed interface VersionJudgement {

    /** The version judged. */
    Evr candidate();

    /** The highest version ever exposed. */
    Evr floor();

    /** The judgement for a person, with what to do. */
    String sentence();

    /**
     * The version is higher and may follow.
     *
     * @param epoch whether it needs a flag
     * @param instead for a flagged one, the version that would do without another epoch
     */
    record Higher(Evr candidate, Evr floor, EpochUse epoch, Optional<VersionProposal> instead, String sentence)
            implements VersionJudgement {}

    /**
     * The version is lower than the floor or as high, and may not follow.
     *
     * @param proposals what could, best first; another epoch only where the candidate's version cannot be kept otherwise,
     *     and last
     */
    record NotHigher(Evr candidate, Evr floor, List<VersionProposal> proposals, String sentence)
            implements VersionJudgement {

        public NotHigher {
            proposals = List.copyOf(proposals);
        }
    }
}
