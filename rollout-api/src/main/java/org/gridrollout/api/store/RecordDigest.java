package org.gridrollout.api.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import org.gridrollout.api.software.Sha256;

/** The encoding that {@link JournalChain} tells of. Not thread-safe. */
final class RecordDigest {

    private static final byte[] TAG = "gridrollout.journal.v1".getBytes(StandardCharsets.US_ASCII);

    private final MessageDigest sha256;
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    RecordDigest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** 32 bytes. */
    byte[] of(Sha256 previous, long position, ChangeId change, StreamId stream, long revision, JournalEntry entry) {
        sha256.update(TAG);
        sha256.update(previous.toBytes());
        add(position);
        add(change.value());
        add(stream.kind().name());
        add(stream.name());
        add(revision);
        add(entry.type());
        add(entry.at());
        add(entry.recordedAt());
        add(entry.actor());
        add(entry.body());
        return sha256.digest();
    }

    private void add(long value) {
        sha256.update(number.putLong(0, value).array());
    }

    private void add(int value) {
        sha256.update(number.putInt(0, value).array(), 0, Integer.BYTES);
    }

    private void add(Instant value) {
        add(value.getEpochSecond());
        add(value.getNano());
    }

    private void add(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        sha256.update(bytes);
    }
}
