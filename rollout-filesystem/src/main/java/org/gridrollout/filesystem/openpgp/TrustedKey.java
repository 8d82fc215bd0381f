package org.gridrollout.filesystem.openpgp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.gridrollout.filesystem.signature.SignatureVerdict;
import org.gridrollout.filesystem.signature.SignatureVerdict.BadSignature;
import org.gridrollout.filesystem.signature.SignatureVerdict.ExpiredKey;
import org.gridrollout.filesystem.signature.SignatureVerdict.KeyNotForSigning;
import org.gridrollout.filesystem.signature.SignatureVerdict.RevokedKey;
import org.gridrollout.filesystem.signature.SigningKey;

/**
 * A key of the keyring, primary or subkey, as what its owner signed about it leaves it.
 *
 * @param described when the newest of that was signed
 * @param expires when it or its primary key does, whichever is first
 * @param revocations its own and its primary key's
 */
record TrustedKey(
        PGPPublicKey key,
        SigningKey id,
        Instant described,
        Optional<Instant> expires,
        List<Revocation> revocations,
        boolean maySign) {

    TrustedKey {
        revocations = List.copyOf(revocations);
    }

    Instant created() {
        return key.getCreationTime().toInstant();
    }

    /** What speaks against a signature it made at that instant; empty if nothing does. */
    Optional<SignatureVerdict> objection(Instant made) {
        Optional<Revocation> revocation =
                revocations.stream().filter(each -> each.voids(made)).findFirst();
        if (revocation.isPresent()) {
            return Optional.of(
                    new RevokedKey(id, revocation.get().at(), revocation.get().reason()));
        } else if (!maySign) {
            return Optional.of(new KeyNotForSigning(id));
        } else if (made.isBefore(created())) {
            return Optional.of(new BadSignature(id, "it was made before its key was"));
        }
        return expires.filter(each -> !made.isBefore(each)).map(each -> new ExpiredKey(id, each, made));
    }

    /** The same key from two files: the newer description counts, and whatever revokes it in either. */
    TrustedKey merge(TrustedKey other) {
        TrustedKey newer = other.described.isAfter(described) ? other : this;
        return newer.revokedBy(revocations).revokedBy(other.revocations);
    }

    TrustedKey revokedBy(List<Revocation> more) {
        Set<Revocation> all = new LinkedHashSet<>(revocations);
        all.addAll(more);
        return new TrustedKey(key, id, described, expires, new ArrayList<>(all), maySign);
    }
}
