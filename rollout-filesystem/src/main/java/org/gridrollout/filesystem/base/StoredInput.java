package org.gridrollout.filesystem.base;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Optional;
import org.gridrollout.filesystem.base.UnreadableBaseException.Problem;
import org.jspecify.annotations.Nullable;

/** A file as it is stored: counted, bounded and digested on the way. What the source fails with is told as such. */
final class StoredInput extends FilterInputStream {

    private final String file;
    private final long most;
    private final Problem beyond;
    private final @Nullable MessageDigest digest;
    private final Optional<Checksum> expected;
    private long count;

    /** @param beyond what it means if there are more than {@code most} bytes */
    StoredInput(InputStream in, String file, long most, Problem beyond, Optional<Checksum> expected) {
        super(in);
        this.file = file;
        this.most = most;
        this.beyond = beyond;
        this.expected = expected;
        this.digest = expected.map(Checksum::start).orElse(null);
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        int got;
        try {
            got = in.read(bytes, offset, length);
        } catch (IOException e) {
            throw new UnreadableBaseException(Problem.UNREACHABLE, file, "it cannot be read: " + e.getMessage(), e);
        }
        if (got > 0) {
            count += got;
            if (count > most) {
                throw new UnreadableBaseException(
                        beyond, file, "it has more than the " + most + " bytes it may have", null);
            }
            if (digest != null) {
                digest.update(bytes, offset, got);
            }
        }
        return got;
    }

    @Override
    public long skip(long bytes) {
        byte[] skipped = new byte[(int) Math.min(bytes, 8192)];
        return Math.max(0, read(skipped, 0, skipped.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** The same for those who would close it when they are done, while it is still to be held against its checksum. */
    InputStream unclosed() {
        return new FilterInputStream(this) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return in.read(bytes, offset, length);
            }

            @Override
            public void close() {
                // whoever opened it closes it
            }
        };
    }

    long count() {
        return count;
    }

    /** Reads to the end, and says whether it is the file that was named. */
    boolean endsAsExpected() throws IOException {
        transferTo(OutputStream.nullOutputStream());
        return digest == null || expected.isEmpty() || expected.get().matches(digest);
    }
}
