package org.gridrollout.core.version;

import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.spi.VersionScheme;

/** Whether a value is a version of a scheme. */
final class Legality {

    private Legality() {}

    static boolean of(VersionScheme scheme, Evr evr) {
        try {
            return scheme.parse(evr.toString()).equals(evr);
        } catch (InvalidValueException e) {
            return false;
        }
    }
}
