package org.gridrollout.filesystem.base;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Optional;
import org.gridrollout.filesystem.base.UnreadableBaseException.Problem;
import org.jspecify.annotations.Nullable;

/** A file uncompressed: counted, held against its stored size, bounded and digested on the way. */
final class OpenInput extends FilterInputStream {

    /** Small files may compress as well as they like. */
    private static final long FREE = 1 << 20;

    private final StoredInput stored;
    private final String file;
    private final long most;
    private final int ratio;
    private final Optional<Checksum> expected;
    private final @Nullable MessageDigest digest;
    private long count;

    OpenInput(InputStream in, StoredInput stored, String file, long most, int ratio, Optional<Checksum> expected) {
        super(in);
        this.stored = stored;
        this.file = file;
        this.most = most;
        this.ratio = ratio;
        this.expected = expected;
        this.digest = expected.map(Checksum::start).orElse(null);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int got = in.read(bytes, offset, length);
        if (got > 0) {
            count += got;
            requireBounded();
            if (digest != null) {
                digest.update(bytes, offset, got);
            }
        }
        return got;
    }

    private void requireBounded() {
        if (count > most) {
            throw new UnreadableBaseException(
                    Problem.TOO_LARGE, file, "uncompressed it has more than the " + most + " bytes it may have", null);
        }
        if (count > FREE && count / ratio > stored.count()) {
            throw new UnreadableBaseException(
                    Problem.TOO_LARGE,
                    file,
                    "it expands to more than " + ratio + " times its stored size, as only made-up files do",
                    null);
        }
    }

    /** Reads to the end, and says whether it is the text that was named. */
    boolean endsAsExpected() throws IOException {
        transferTo(OutputStream.nullOutputStream());
        return digest == null || expected.isEmpty() || expected.get().matches(digest);
    }
}
