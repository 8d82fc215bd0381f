package org.gridrollout.core.version;

import org.gridrollout.api.software.Evr;

/**
 * A version that is free to use: legal, and strictly higher than the floor it was asked for.
 *
 * @param epoch whether it needs a flag
 * @param sentence what for, and at what cost, for a person
 */
public record VersionProposal(Evr evr, EpochUse epoch, String sentence) {}
