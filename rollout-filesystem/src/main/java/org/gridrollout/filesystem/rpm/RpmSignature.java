package org.gridrollout.filesystem.rpm;

/** One signature as a package carries it, unchecked. */
public final class RpmSignature {

    private final Coverage covers;
    private final byte[] packet;

    RpmSignature(Coverage covers, byte[] packet) {
        this.covers = covers;
        this.packet = packet;
    }

    /** What a signature was made of. */
    public enum Coverage {
        /** The main header, which may state the payload's digest. */
        HEADER,
        /** The main header and all that follows: the way of rpm 3, which rpm 4 wrote beside the other until 4.16. */
        HEADER_AND_PAYLOAD
    }

    /** What it was made of. */
    public Coverage covers() {
        return covers;
    }

    /** The OpenPGP packet. */
    public byte[] packet() {
        return packet.clone();
    }
}
