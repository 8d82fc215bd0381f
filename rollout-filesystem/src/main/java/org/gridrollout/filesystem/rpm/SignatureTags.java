package org.gridrollout.filesystem.rpm;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.gridrollout.filesystem.rpm.RpmSignature.Coverage;

/** Where a signature header keeps signatures. The tags are named after RSA and DSA; rpm keeps EdDSA and ECDSA with DSA. */
final class SignatureTags {

    private static final int MOST = 16;

    private SignatureTags() {}

    /** All of them, in the order rpm prefers. */
    static List<RpmSignature> read(RpmHeader header) throws DamagedRpmException {
        List<RpmSignature> signatures = new ArrayList<>();
        for (String each : header.texts(RpmTag.SIG_OPENPGP)) { // version 6: any number
            signatures.add(new RpmSignature(Coverage.HEADER, decode(each)));
        }
        add(header, RpmTag.SIG_RSA, Coverage.HEADER, signatures);
        add(header, RpmTag.SIG_DSA, Coverage.HEADER, signatures);
        add(header, RpmTag.SIG_PGP, Coverage.HEADER_AND_PAYLOAD, signatures);
        add(header, RpmTag.SIG_GPG, Coverage.HEADER_AND_PAYLOAD, signatures);
        if (signatures.size() > MOST) {
            throw new DamagedRpmException("it has " + signatures.size() + " signatures, more than " + MOST);
        }
        return signatures;
    }

    private static void add(RpmHeader header, int tag, Coverage covers, List<RpmSignature> to)
            throws DamagedRpmException {
        byte[] packet = header.bytes(tag);
        if (packet != null) {
            to.add(new RpmSignature(covers, packet));
        }
    }

    private static byte[] decode(String base64) throws DamagedRpmException {
        try {
            return Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new DamagedRpmException("one of its signatures is not in base64: " + e.getMessage());
        }
    }
}
