package org.gridrollout.filesystem.openpgp;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.bcpg.SignaturePacket;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSignature;
import org.gridrollout.filesystem.signature.SignatureVerdict;
import org.gridrollout.filesystem.signature.SignatureVerdict.BadSignature;
import org.gridrollout.filesystem.signature.SignatureVerdict.ExpiredSignature;
import org.gridrollout.filesystem.signature.SignatureVerdict.Good;

/** A signature by a trusted key, of which nothing is known yet but that it may be good. */
final class RunningCheck implements SignatureCheck {

    private final DetachedSignature read;
    private final PGPSignature signature;
    private final TrustedKey key;

    /** Besides BouncyCastle's, whose first bytes cannot be asked for. */
    private final MessageDigest digest;

    private final boolean started;

    RunningCheck(DetachedSignature read, TrustedKey key, String digestName) {
        this.read = read;
        this.signature = read.signature();
        this.key = key;
        this.digest = start(digestName);
        this.digest.update(read.salt());
        this.started = started();
    }

    private boolean started() {
        try {
            signature.init(Crypto.VERIFIERS, key.key());
            return true;
        } catch (PGPException | RuntimeException e) {
            return false; // an algorithm that the key is not of
        }
    }

    @Override
    public void accept(byte[] bytes, int offset, int length) {
        if (started) {
            signature.update(bytes, offset, length);
            digest.update(bytes, offset, length);
        }
    }

    @Override
    public SignatureVerdict verdict(Instant now) {
        if (!started) {
            return new BadSignature(key.id(), "it is of another kind than its key");
        } else if (!holds()) {
            return new BadSignature(key.id(), "it was made of something else");
        }
        Instant made = signature.getCreationTime().toInstant();
        Optional<Instant> until = until(made);
        return key.objection(made)
                .or(() -> until.filter(end -> !now.isBefore(end)).map(end -> new ExpiredSignature(key.id(), end)))
                .orElseGet(() -> new Good(key.id(), made, until));
    }

    private boolean holds() {
        digest.update(signature.getSignatureTrailer());
        boolean prefix = HexFormat.of().formatHex(digest.digest()).startsWith(read.digestPrefix());
        try {
            return signature.verify() && prefix;
        } catch (PGPException | RuntimeException e) {
            return false; // numbers that no signature of that key can have
        }
    }

    private Optional<Instant> until(Instant made) {
        long seconds = signature.getVersion() < SignaturePacket.VERSION_4
                ? 0
                : signature.getHashedSubPackets().getSignatureExpirationTime();
        return seconds == 0 ? Optional.empty() : Optional.of(made.plusSeconds(seconds));
    }

    private static MessageDigest start(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no " + name, e);
        }
    }
}
