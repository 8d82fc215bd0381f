package org.gridrollout.filesystem.rpm;

import java.io.IOException;
import java.io.InputStream;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.api.spi.UnreadablePackageException;

/**
 * Reads what a package file says of itself, from files of the RPM format's versions 3, 4 and 6.
 *
 * <p>Everything is checked before it is believed: sizes against limits and against the bytes that come, index entries
 * against the data, the header against the digests stated of it. A file that was changed behind its digest is refused, not
 * read differently. Memory is bounded by a small multiple of the header's size, and that by {@link HeaderKind}'s limits.
 * What signatures are worth is for others to say. Stateless and thread-safe.
 */
public final class RpmReader {

    private RpmReader() {}

    /**
     * Reads lead, signature header and header; the stream then stands at the payload's first byte, and is not closed.
     *
     * @param origin where it comes from, for error messages
     * @throws UnreadablePackageException if it is no package, damaged, cut short within its headers, or beyond the limits
     * @throws RepositoryException if the stream fails
     */
    public static RpmMetadata read(InputStream in, String origin) {
        return readToPayload(in, origin).metadata();
    }

    /** The same, with what is needed to check the signatures and the payload. */
    public static RpmFile readToPayload(InputStream in, String origin) {
        return reading(in, origin, file -> new RpmFile(file.metadata(), file.signatures(), file.payloadDigest()));
    }

    /** The same, for those who only want to know which package it is. */
    public static Nevra identify(InputStream in, String origin) {
        return reading(in, origin, PackageFile::nevra);
    }

    private static <T> T reading(InputStream in, String origin, Question<T> question) {
        try {
            return question.ask(PackageFile.read(new RpmInput(in)));
        } catch (DamagedRpmException e) {
            throw new UnreadablePackageException(origin, e.problem(), e);
        } catch (InvalidValueException e) {
            throw new UnreadablePackageException(origin, "it says what cannot be: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new RepositoryException("Cannot read " + origin + ": " + e.getMessage(), e);
        }
    }

    private interface Question<T> {
        T ask(PackageFile file) throws DamagedRpmException;
    }
}
