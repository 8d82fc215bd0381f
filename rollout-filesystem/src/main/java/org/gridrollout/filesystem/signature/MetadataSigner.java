package org.gridrollout.filesystem.signature;

import java.util.Optional;

/**
 * Signs the metadata of every generation, so that clients with {@code repo_gpgcheck=1} know whose it is. For hosts to
 * implement where keys must not leave a security module, a signing service or {@code gpg-agent};
 * {@link org.gridrollout.filesystem.FilesystemRepositoryBuilder#signMetadata} takes one from a file.
 *
 * <p>Called before a generation becomes visible, with the writer's lock held: it should not take long. Thread-safe.
 * Whatever it throws, the publication does not happen, the last generation is served on, and the same change set can be
 * published again.
 */
public interface MetadataSigner {

    /**
     * A detached OpenPGP signature of those bytes.
     *
     * @return armored, {@code -----BEGIN PGP SIGNATURE-----} and so on
     * @throws RuntimeException if there is none; its message should tell a person what to do
     */
    byte[] sign(byte[] content);

    /**
     * The public key that verifies it, armored; published beside the metadata as {@code repomd.xml.key}. If it is there, a
     * signature that it does not verify is not published.
     */
    default Optional<byte[]> publicKey() {
        return Optional.empty();
    }
}
