package org.gridrollout.filesystem.openpgp;

import java.util.Map;
import java.util.Optional;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;

/**
 * What can be forged, and so proves nothing. Stricter than rpm 4.18 built with its own parser, like rpm on Sequoia and Red
 * Hat's crypto policies: collisions of SHA-1 can be bought since 2020 (https://sha-mbles.github.io/).
 */
final class Strength {

    private static final int SHORTEST = 2048;
    private static final int RSA_SIGN_ONLY = 3; // not made any more, but still around

    private static final Map<Integer, String> BROKEN = Map.of(
            HashAlgorithmTags.MD5, "MD5",
            HashAlgorithmTags.SHA1, "SHA-1",
            HashAlgorithmTags.RIPEMD160, "RIPEMD-160");

    private static final Map<Integer, String> SOUND = Map.of(
            HashAlgorithmTags.SHA224, "SHA-224",
            HashAlgorithmTags.SHA256, "SHA-256",
            HashAlgorithmTags.SHA384, "SHA-384",
            HashAlgorithmTags.SHA512, "SHA-512",
            HashAlgorithmTags.SHA3_256, "SHA3-256",
            HashAlgorithmTags.SHA3_512, "SHA3-512");

    private Strength() {}

    /** What a signature rests on that can be forged; empty if nothing. */
    static Optional<String> weakness(PGPSignature signature, PGPPublicKey key) {
        Optional<String> broken = Optional.ofNullable(BROKEN.get(signature.getHashAlgorithm()));
        return broken.isPresent() ? broken : weakness(key);
    }

    private static Optional<String> weakness(PGPPublicKey key) {
        int bits = key.getBitStrength();
        return switch (key.getAlgorithm()) {
            case PublicKeyAlgorithmTags.RSA_GENERAL, RSA_SIGN_ONLY ->
                bits < SHORTEST ? Optional.of("an RSA key of " + bits + " bits") : Optional.empty();
            case PublicKeyAlgorithmTags.DSA ->
                bits < SHORTEST ? Optional.of("a DSA key of " + bits + " bits") : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The JDK's name of a hash that is worth something; empty if there is none of that number. */
    static Optional<String> digest(PGPSignature signature) {
        return Optional.ofNullable(SOUND.get(signature.getHashAlgorithm()));
    }
}
