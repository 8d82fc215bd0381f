package org.gridrollout.filesystem.rpm;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** Holds a header against the digests its package's signature header states of it: whichever of them are there. */
final class HeaderDigests {

    private static final Map<Integer, String> ALGORITHMS = Map.of(
            RpmTag.SIG_SHA1, "SHA-1",
            RpmTag.SIG_SHA256, "SHA-256",
            RpmTag.SIG_SHA3_256, "SHA3-256");

    private HeaderDigests() {}

    static void verify(RpmHeader signature, HeaderBlob header) throws DamagedRpmException {
        for (Map.Entry<Integer, String> each : ALGORITHMS.entrySet()) {
            if (signature.has(each.getKey())) {
                String stated = signature.text(each.getKey());
                if (!stated.equals(digest(each.getValue(), header))) {
                    throw new MismatchedDigestException(
                            "its header is not the one its " + each.getValue() + " was made of");
                }
            }
        }
    }

    private static String digest(String algorithm, HeaderBlob header) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            header.writeTo(digest::update);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no " + algorithm, e);
        }
    }
}
