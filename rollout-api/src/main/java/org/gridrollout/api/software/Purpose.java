package org.gridrollout.api.software;

import java.util.List;
import org.gridrollout.api.Violations;

/**
 * What a release is for, as its product team says it. A release that does not say counts as a correction if it resolves or
 * restores something, else as something new; never as a matter of security.
 *
 * @param references what else there is to read: CVEs, bug reports; at most 200
 */
public record Purpose(Kind kind, List<Reference> references, Afterwards afterwards) {

    private static final int MOST = 200;

    /** What kind of change it brings. */
    public enum Kind {
        SECURITY,
        BUGFIX,
        ENHANCEMENT,
        /** A product, or a component of one, that was not offered before. */
        NEW_PACKAGE
    }

    /** What has to be done once it is installed. */
    public enum Afterwards {
        NOTHING,
        /** Services have to be restarted. */
        RESTART,
        /** Users have to log in again. */
        RELOGIN,
        REBOOT
    }

    public Purpose {
        references = List.copyOf(references);
        Violations.of("Purpose")
                .unless(references.size() <= MOST, "must have at most 200 references, has %d", references.size())
                .throwIfAny();
    }

    /** Of that kind, without references, with nothing to do afterwards. */
    public static Purpose of(Kind kind) {
        return new Purpose(kind, List.of(), Afterwards.NOTHING);
    }
}
