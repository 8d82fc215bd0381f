package org.gridrollout.core.version;

/**
 * What a version does with the epoch of the floor it must exceed. An epoch can never be taken back: every later version of
 * the package must carry it. So it is the last resort (Debian Policy 5.6.12.1; Fedora Packaging Guidelines, Versioning).
 */
public enum EpochUse {
    /** It keeps the floor's. */
    KEPT,
    /** It raises it, and without that its version would not be higher. To be flagged for a person. */
    LAST_RESORT,
    /** It raises it, though its version is higher as it is. To be flagged for a person. */
    NEEDLESS
}
