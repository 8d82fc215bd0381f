package org.gridrollout.filesystem.openpgp;

import java.util.HexFormat;
import java.util.Locale;
import org.bouncycastle.openpgp.operator.KeyFingerPrintCalculator;
import org.bouncycastle.openpgp.operator.PGPContentVerifierBuilderProvider;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;

/** BouncyCastle's own implementations, so that it matters not which security providers a host has registered. */
final class Crypto {

    static final PGPContentVerifierBuilderProvider VERIFIERS = new BcPGPContentVerifierBuilderProvider();
    static final KeyFingerPrintCalculator FINGERPRINTS = new BcKeyFingerprintCalculator();

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Crypto() {}

    static String hex(byte[] fingerprint) {
        return HEX.formatHex(fingerprint);
    }

    static String hex(long keyId) {
        return String.format(Locale.ROOT, "%016X", keyId);
    }
}
