package org.gridrollout.core.version;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
    record NotHigher(Evr candidate, Evr floor, List<VersionProposal> proposals) implements VersionJudgement {

        public NotHigher {
            proposals = List.copyOf(proposals);
        }

        @Override
        public String sentence() {
            return candidate + " is not higher than " + floor + ". " + remedy();
        }

        /** What could follow instead, a sentence each, for a person; or that nothing can. */
        public String remedy() {
            return proposals.isEmpty()
                    ? "No legal version is close above it."
                    : proposals.stream().map(VersionProposal::sentence).collect(Collectors.joining(" "));
        }
    }
}
