package org.gridrollout.core.version;

import java.util.Optional;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.spi.VersionScheme;

/** The single ways to a version above a floor; each is empty where it leads to none. */
record Proposals(VersionScheme scheme, Evr floor) {

    /** Whatever the content is. */
    Optional<VersionProposal> next() {
        return above(scheme.next(floor), EpochUse.KEPT, "Next possible version: ", ".");
    }

    /** A version that names the content. */
    Optional<VersionProposal> again(Evr content) {
        return above(
                scheme.reissue(withEpoch(content, floor.epoch()), floor),
                EpochUse.KEPT,
                "The content of " + content + " can be released as ",
                ".");
    }

    /** The content's own version and release, under the floor's epoch. */
    Optional<VersionProposal> underFloorsEpoch(Evr content) {
        return above(
                withEpoch(content, floor.epoch()),
                EpochUse.KEPT,
                "The version of " + content + " can be kept as ",
                ": its epoch is that of " + floor + ".");
    }

    /** The content's own version and release, under the next epoch. */
    Optional<VersionProposal> underNextEpoch(Evr content) {
        return floor.epoch() >= scheme.maxEpoch()
                ? Optional.empty()
                : above(
                        withEpoch(content, floor.epoch() + 1),
                        EpochUse.LAST_RESORT,
                        "The version of " + content + " can be kept only under another epoch, as ",
                        ": the last resort, since an epoch can never be taken back.");
    }

    /** Whether {@code content} is higher once it has the floor's epoch. */
    boolean exceededUnderFloorsEpochBy(Evr content) {
        return scheme.compare(withEpoch(content, floor.epoch()), floor) > 0;
    }

    /** Whether no release could lift the version of {@code content} over the floor's. */
    boolean versionFallsBehind(Evr content) {
        return scheme.compare(new Evr(floor.epoch(), content.version(), floor.release()), floor) < 0;
    }

    // Schemes are also written by hosts: what is proposed to a person is checked, not believed.
    private Optional<VersionProposal> above(Evr evr, EpochUse epoch, String before, String after) {
        return Legality.of(scheme, evr) && scheme.compare(evr, floor) > 0
                ? Optional.of(new VersionProposal(evr, epoch, before + evr + after))
                : Optional.empty();
    }

    private static Evr withEpoch(Evr evr, long epoch) {
        return new Evr(epoch, evr.version(), evr.release());
    }
}
