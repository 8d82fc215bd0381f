package org.gridrollout.core.version;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridrollout.api.Violations;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.spi.VersionScheme;

/**
 * The rules for versions that follow one another on a platform: always higher than the floor, which is the highest version
 * ever exposed there; another epoch only where nothing else works. Pure; as thread-safe as its scheme.
 *
 * <p>Every method throws {@link org.gridrollout.api.InvalidValueException} if the scheme cannot compare what it is given.
 */
public final class VersioningRules {

    private final VersionScheme scheme;

    public VersioningRules(VersionScheme scheme) {
        this.scheme = scheme;
    }

    /** Whether {@code candidate} may follow {@code floor}, and what could instead. */
    public VersionJudgement judge(Evr candidate, Evr floor) {
        Proposals proposals = new Proposals(scheme, floor);
        return scheme.compare(candidate, floor) > 0
                ? higher(candidate, floor, proposals)
                : notHigher(candidate, floor, proposals);
    }

    /** What a release that repairs the fault can be called: close above the floor. Empty if nothing legal is. */
    public Optional<VersionProposal> fixedRelease(Evr floor) {
        return new Proposals(scheme, floor).next();
    }

    /**
     * What the last good content can be called when it is released again, best first: under its own version with a higher
     * release, if the floor has that version; else under a version that names it; last, and flagged, under another epoch.
     *
     * @param good the version that worked; not higher than the floor
     */
    public List<VersionProposal> lastGoodAgain(Evr good, Evr floor) {
        Violations.of("Last good version " + good)
                .unless(
                        scheme.compare(good, floor) <= 0,
                        "must not be higher than %s, the highest version ever exposed",
                        floor)
                .throwIfAny();
        Proposals proposals = new Proposals(scheme, floor);
        return Stream.of(proposals.again(good), epochIfNeeded(good, proposals))
                .flatMap(Optional::stream)
                .toList();
    }

    private static VersionJudgement higher(Evr candidate, Evr floor, Proposals proposals) {
        String isHigher = candidate + " is higher than " + floor;
        if (candidate.epoch() <= floor.epoch()) {
            return new VersionJudgement.Higher(candidate, floor, EpochUse.KEPT, Optional.empty(), isHigher + ".");
        }
        boolean higherAnyway = proposals.exceededUnderFloorsEpochBy(candidate);
        Optional<VersionProposal> instead = (higherAnyway
                        ? proposals.underFloorsEpoch(candidate)
                        : Optional.<VersionProposal>empty())
                .or(() -> proposals.again(candidate));
        return new VersionJudgement.Higher(
                candidate,
                floor,
                proposals.versionFallsBehind(candidate) ? EpochUse.LAST_RESORT : EpochUse.NEEDLESS,
                instead,
                isHigher
                        + (higherAnyway ? ", and would be without another epoch" : " only by its epoch")
                        + ". An epoch can never be taken back."
                        + instead.map(each -> " " + each.sentence()).orElse(""));
    }

    private static VersionJudgement notHigher(Evr candidate, Evr floor, Proposals proposals) {
        Collection<VersionProposal> ways = (proposals.exceededUnderFloorsEpochBy(candidate)
                        ? Stream.of(proposals.underFloorsEpoch(candidate)) // it only forgot the epoch
                        : Stream.of(proposals.next(), proposals.again(candidate), epochIfNeeded(candidate, proposals)))
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(
                        VersionProposal::evr, each -> each, (first, again) -> first, LinkedHashMap::new))
                .values();
        return new VersionJudgement.NotHigher(candidate, floor, List.copyOf(ways));
    }

    private static Optional<VersionProposal> epochIfNeeded(Evr content, Proposals proposals) {
        return proposals.versionFallsBehind(content) ? proposals.underNextEpoch(content) : Optional.empty();
    }
}
