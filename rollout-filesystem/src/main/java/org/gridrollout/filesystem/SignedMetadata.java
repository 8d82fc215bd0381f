package org.gridrollout.filesystem;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.filesystem.openpgp.ArmoredSignature;
import org.gridrollout.filesystem.signature.MetadataSigner;

/** The signature on a {@code repomd.xml}, and the key to check it with. */
final class SignedMetadata {

    private static final String FAILED =
            "Metadata could not be signed, so nothing was published, and what was published"
                    + " before is served on; mend that and publish again: ";

    private final byte[] signature;
    private final Optional<byte[]> key;

    private SignedMetadata(byte[] signature, Optional<byte[]> key) {
        this.signature = signature;
        this.key = key;
    }

    /**
     * Has it signed, and makes sure that clients will find it so.
     *
     * @throws RepositoryException if the signer fails, or its signature is none or not by its own key
     */
    static SignedMetadata of(byte[] repomd, MetadataSigner signer, Instant now) {
        try {
            SignedMetadata signed = new SignedMetadata(signer.sign(repomd.clone()), signer.publicKey());
            ArmoredSignature.problem(signed.signature, repomd, signed.key, now).ifPresent(problem -> {
                throw new RepositoryException(problem);
            });
            return signed;
        } catch (RuntimeException e) { // signers are other people's code
            throw new RepositoryException(FAILED + e.getMessage(), e);
        }
    }

    /** Where clients look for it. */
    List<NewFile> filesIn(Path repodata) {
        List<NewFile> files = new ArrayList<>();
        files.add(new NewFile(repodata.resolve("repomd.xml.asc"), signature));
        key.ifPresent(each -> files.add(new NewFile(repodata.resolve("repomd.xml.key"), each)));
        return files;
    }
}
