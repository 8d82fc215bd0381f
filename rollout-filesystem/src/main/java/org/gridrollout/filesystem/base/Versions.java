package org.gridrollout.filesystem.base;

import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.software.Evr;

/** Reads {@code <version>}, a package's own. */
final class Versions {

    private Versions() {}

    static Evr evr(XmlCursor xml, Shared<String> shared) {
        String epoch = xml.attribute("epoch");
        try {
            return new Evr(
                    epoch.isEmpty() ? 0 : Long.parseLong(epoch),
                    shared.of(xml.required("ver")),
                    shared.of(xml.attribute("rel")));
        } catch (NumberFormatException e) {
            throw xml.malformed("a package has the epoch '" + epoch + "'", e);
        } catch (InvalidValueException e) {
            throw xml.malformed(e);
        }
    }
}
