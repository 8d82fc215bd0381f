package org.gridrollout.filesystem.rpm;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.gridrollout.api.spi.UnreadablePackageException;
import org.jspecify.annotations.Nullable;

/**
 * Holds a payload against the digest its package states: the SHA-256 that the header has of it, or, in packages of before
 * rpm 4.14, the MD5 over header and payload, which notices accidents only. Not thread-safe; for one payload.
 */
public final class PayloadDigest implements ByteSink {

    private final @Nullable MessageDigest digest;
    private final byte[] expected;

    private PayloadDigest(@Nullable MessageDigest digest, byte[] expected) {
        this.digest = digest;
        this.expected = expected;
    }

    /** @param stated in hexadecimal digits */
    static PayloadDigest sha256(String stated) throws DamagedRpmException {
        try {
            return new PayloadDigest(start("SHA-256"), HexFormat.of().parseHex(stated));
        } catch (IllegalArgumentException e) {
            throw new DamagedRpmException("its payload's digest is no hexadecimal number: " + e.getMessage());
        }
    }

    /** @param stated {@code null} if the package has none */
    static PayloadDigest md5(HeaderBlob header, byte @Nullable [] stated) {
        if (stated == null) {
            return new PayloadDigest(null, new byte[0]);
        }
        MessageDigest digest = start("MD5");
        header.writeTo(digest::update);
        return new PayloadDigest(digest, stated);
    }

    @Override
    public void accept(byte[] bytes, int offset, int length) {
        if (digest != null) {
            digest.update(bytes, offset, length);
        }
    }

    /**
     * The payload is over; once.
     *
     * @throws UnreadablePackageException if it is not what the digest was made of
     */
    public void requireMatch(String origin) {
        if (digest != null && !Arrays.equals(digest.digest(), expected)) {
            MismatchedDigestException cause =
                    new MismatchedDigestException("its payload was changed: the digest in its header differs");
            throw new UnreadablePackageException(origin, cause.problem(), cause);
        }
    }

    private static MessageDigest start(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no " + algorithm, e);
        }
    }
}
