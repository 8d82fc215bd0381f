package org.gridrollout.filesystem.openpgp;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.api.spi.UnreadablePackageException;
import org.gridrollout.filesystem.rpm.MismatchedDigestException;
import org.gridrollout.filesystem.rpm.RpmFile;
import org.gridrollout.filesystem.rpm.RpmReader;
import org.gridrollout.filesystem.signature.SignatureVerdict;
import org.gridrollout.filesystem.signature.SignatureVerdict.DigestMismatch;

/** Everything that can be checked of a package file, read once to its end: its digests and its signatures. */
public final class WholePackage {

    private static final int PIECE = 64 * 1024;

    private WholePackage() {}

    /**
     * What it is worth. Wrong digests come first: what was changed is not what anybody signed.
     *
     * @throws UnreadablePackageException if it is damaged in any other way
     * @throws RepositoryException if the stream fails
     */
    public static SignatureVerdict verdict(InputStream in, String origin, Keyring keyring, Instant now) {
        try {
            RpmFile read = RpmReader.readToPayload(in, origin);
            PackageCheck check = new PackageCheck(keyring, read.signatures());
            byte[] piece = new byte[PIECE];
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                read.payload().accept(piece, 0, count);
                check.accept(piece, 0, count);
            }
            read.payload().requireMatch(origin);
            return check.verdict(now);
        } catch (UnreadablePackageException e) {
            if (e.getCause() instanceof MismatchedDigestException mismatch) {
                return new DigestMismatch(mismatch.problem());
            }
            throw e;
        } catch (IOException e) {
            throw new RepositoryException("Cannot read " + origin + ": " + e.getMessage(), e);
        }
    }
}
