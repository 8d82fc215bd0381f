package org.gridrollout.filesystem.openpgp;

import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPSignature;
import org.gridrollout.filesystem.rpm.ByteSink;
import org.gridrollout.filesystem.signature.SignatureVerdict;
import org.gridrollout.filesystem.signature.SignatureVerdict.BadSignature;
import org.gridrollout.filesystem.signature.SignatureVerdict.UnknownKey;
import org.gridrollout.filesystem.signature.SignatureVerdict.UnreadableSignature;
import org.gridrollout.filesystem.signature.SignatureVerdict.WeakSignature;

/** One signature being checked: is fed what it was made of, and then says what it is worth. Not thread-safe; for one use. */
interface SignatureCheck extends ByteSink {

    /** All was fed. */
    SignatureVerdict verdict(Instant now);

    /** Starts checking a packet; what cannot be good is not even hashed. */
    static SignatureCheck of(byte[] packet, Keyring keyring) {
        DetachedSignature read;
        try {
            read = DetachedSignature.read(packet);
        } catch (MalformedSignatureException e) {
            return new Settled(new UnreadableSignature(e.problem()));
        }
        PGPSignature signature = read.signature();
        Optional<TrustedKey> key = keyring.signerOf(signature);
        if (key.isEmpty()) {
            return new Settled(new UnknownKey(Keyring.signerName(signature)));
        } else if (!read.names(key.get().key())) {
            return new Settled(new BadSignature(key.get().id(), "it names two keys at once"));
        }
        Optional<String> weakness = Strength.weakness(signature, key.get().key());
        if (weakness.isPresent()) {
            return new Settled(new WeakSignature(key.get().id(), weakness.get()));
        }
        return Strength.digest(signature)
                .<SignatureCheck>map(digest -> new RunningCheck(read, key.get(), digest))
                .orElseGet(() ->
                        new Settled(new UnreadableSignature("it uses hash algorithm " + signature.getHashAlgorithm())));
    }

    /** Nothing that may be fed makes a difference any more. */
    record Settled(SignatureVerdict verdict) implements SignatureCheck {

        @Override
        public void accept(byte[] bytes, int offset, int length) {}

        @Override
        public SignatureVerdict verdict(Instant now) {
            return verdict;
        }
    }
}
