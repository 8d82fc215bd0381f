package org.gridrollout.testkit.rpm;

/** Where a package keeps a signature, which also says what was signed. */
public enum SignaturePlace {
    /** Of the header, with RSA: how rpm 4 signs. */
    RSA_HEADER(268),
    /** Of the header, with anything else: how rpm 4 signs with EdDSA, ECDSA and DSA. */
    OTHER_HEADER(267),
    /** Of header and payload, with RSA: how rpm 3 signed. */
    RSA_WHOLE(1002),
    /** Of header and payload, with DSA, ECDSA or EdDSA. */
    OTHER_WHOLE(1005),
    /** Of the header, in base64, any number of them: how rpm 6 signs. */
    OPENPGP(278);

    private final int tag;

    SignaturePlace(int tag) {
        this.tag = tag;
    }

    int tag() {
        return tag;
    }

    boolean coversPayload() {
        return this == RSA_WHOLE || this == OTHER_WHOLE;
    }
}
