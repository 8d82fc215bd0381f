package org.gridrollout.filesystem.rpm;

/**
 * One signature as a package carries it.
 *
 * @param covers what it was made of
 * @param packet the OpenPGP packet, unchecked
 */
public record RpmSignature(Coverage covers, byte[] packet) {

    /** What a signature was made of. */
    public enum Coverage {
        /** The main header, which may state the payload's digest. */
        HEADER,
        /** The main header and all that follows: the way of rpm 3, which rpm 4 wrote beside the other until 4.16. */
        HEADER_AND_PAYLOAD
    }
}
