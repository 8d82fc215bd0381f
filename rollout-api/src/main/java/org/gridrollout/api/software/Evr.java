package org.gridrollout.api.software;

import org.gridrollout.api.Violations;

/**
 * A package's version in three parts: epoch, version, release. A value only: what is higher is the matter of a
 * {@link org.gridrollout.api.spi.VersionScheme}, since {@code 1.0} and {@code 1.00} are different texts but equal versions.
 *
 * @param epoch 0 if the package has none; at most 2^32 - 1, as in the RPM format
 * @param version upstream's version, not empty
 * @param release the packager's release; empty where the ecosystem has none
 */
public record Evr(long epoch, String version, String release) {

    public Evr {
        boolean epochInRange = epoch >= 0 && epoch <= 0xFFFF_FFFFL;
        if (!epochInRange || version.isEmpty()) { // made by the thousand: no list of violations where there are none
            Violations.of("Evr")
                    .unless(epochInRange, "epoch must be from 0 to 4294967295, was %d", epoch)
                    .unless(!version.isEmpty(), "version must not be empty")
                    .throwIfAny();
        }
    }

    /** The version without an epoch. */
    public static Evr of(String version, String release) {
        return new Evr(0, version, release);
    }

    /** {@code [epoch:]version[-release]}, the epoch only if it is not 0. */
    @Override
    public String toString() {
        return (epoch == 0 ? "" : epoch + ":") + version + (release.isEmpty() ? "" : "-" + release);
    }
}
