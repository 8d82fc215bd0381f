package org.gridrollout.filesystem;

import java.time.Instant;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.filesystem.openpgp.ArmoredPublicKey;
import org.gridrollout.filesystem.openpgp.ArmoredSignature;
import org.gridrollout.filesystem.signature.MetadataSigner;
import org.jspecify.annotations.Nullable;

/** Has metadata signed, and makes sure that clients will find it so. Thread-safe if the signer is. */
final class MetadataSigning {

    private static final String FAILED =
            "Metadata could not be signed, so nothing was published, and what was published"
                    + " before is served on; mend that and publish again: ";

    private final MetadataSigner signer;
    private volatile @Nullable ArmoredPublicKey last;

    MetadataSigning(MetadataSigner signer) {
        this.signer = signer;
    }

    /** @throws RepositoryException if the signer fails, or its signature is none or not by its own key */
    SignedMetadata sign(byte[] repomd, Instant now) {
        try {
            SignedMetadata signed = new SignedMetadata(
                    signer.sign(repomd.clone()), signer.publicKey().map(this::known));
            ArmoredSignature.problem(signed.signature(), repomd, signed.key(), now)
                    .ifPresent(problem -> {
                        throw new RepositoryException(problem);
                    });
            return signed;
        } catch (RuntimeException e) { // signers are other people's code
            throw new RepositoryException(FAILED + e.getMessage(), e);
        }
    }

    /** Signers hardly ever change their key, and to understand one takes longer than to check a signature by it. */
    private ArmoredPublicKey known(byte[] armored) {
        ArmoredPublicKey known = last;
        if (known == null || !known.isOf(armored)) {
            known = new ArmoredPublicKey(armored);
            last = known;
        }
        return known;
    }
}
