package org.gridrollout.filesystem.signature;

/** What a stage asks of packages' signatures when it is published to. */
public enum SignaturePolicy {
    /** A package that no trusted key signed is refused. */
    REQUIRE,
    /** Such a package is published, and logged. */
    WARN,
    /** Nobody looks. */
    IGNORE
}
