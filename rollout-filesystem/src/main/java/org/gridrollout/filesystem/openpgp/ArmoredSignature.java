package org.gridrollout.filesystem.openpgp;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.gridrollout.filesystem.signature.KeyringException;
import org.gridrollout.filesystem.signature.SignatureVerdict;

/** A detached signature as a file of its own, as it lies beside metadata. */
public final class ArmoredSignature {

    private static final String KIND = "SIGNATURE";
    private static final Path NAME = Path.of("signature");

    private ArmoredSignature() {}

    /**
     * Why clients would not take it for a signature on that content; empty if they would.
     *
     * @param key without it only the form is looked at
     */
    public static Optional<String> problem(
            byte[] armored, byte[] content, Optional<ArmoredPublicKey> key, Instant now) {
        byte[] packet;
        try {
            packet = ArmoredKeys.blocks(armored, KIND, NAME).get(0);
            DetachedSignature.read(packet);
        } catch (KeyringException e) {
            return Optional.of("the signer gave no whole armored signature");
        } catch (MalformedSignatureException e) {
            return Optional.of("the signer gave what cannot be read as a signature: " + e.problem());
        }
        return key.flatMap(each -> problem(packet, content, each, now));
    }

    private static Optional<String> problem(byte[] packet, byte[] content, ArmoredPublicKey key, Instant now) {
        try {
            SignatureCheck check = SignatureCheck.of(packet, key.keyring());
            check.accept(content, 0, content.length);
            SignatureVerdict verdict = check.verdict(now);
            return verdict.isTrusted() ? Optional.empty() : Optional.of(verdict.sentence());
        } catch (KeyringException e) {
            return Optional.of("the signer's public key cannot be read. " + e.getMessage());
        }
    }
}
