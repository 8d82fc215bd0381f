package org.gridrollout.api.store;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.gridrollout.api.software.Sha256;

/**
 * The hash chain that runs through a whole journal: each record's digest covers what the record says and the digest before
 * it, so that nothing can be changed, dropped or put elsewhere without all that follows giving it away.
 *
 * <p>A store asks it for the records of a change under the lock its commits take turns by, and keeps them and the new
 * {@link #head} with the change. Whoever checks a journal feeds it the records one by one. Not thread-safe.
 *
 * <p><b>The rule</b>, for those who want to check without this library. A digest is the SHA-256 of, one after the other: the
 * 22 bytes {@code gridrollout.journal.v1} in ASCII; the 32 bytes of the digest before, all zero for the first record;
 * position; change id; the stream's kind as its enum constant, and its name; revision; the entry's type, {@code at},
 * {@code recordedAt}, actor and body. A number is 8 bytes; a text is its length in bytes, as 4 bytes, and itself in UTF-8;
 * an instant is its seconds since 1970, rounded down, as 8 bytes, and the nanoseconds beyond as 4. All big-endian.
 */
public final class JournalChain {

    private final RecordDigest digests = new RecordDigest();
    private JournalHead head;

    private JournalChain(JournalHead head) {
        this.head = head;
    }

    /** The chain from there on. */
    public static JournalChain after(JournalHead head) {
        return new JournalChain(head);
    }

    /** The end so far. */
    public JournalHead head() {
        return head;
    }

    /** The records of a change's events, in the order of its writes, with positions, revisions and digests; goes on to the last. */
    public List<JournalRecord> append(StoreChange change) {
        List<JournalRecord> records = new ArrayList<>();
        for (StreamWrite write : change.writes()) {
            for (JournalEntry entry : write.entries()) {
                long position = head.position() + 1;
                long revision = write.expectedRevision() + 1;
                Sha256 digest = Sha256.ofDigest(
                        digests.of(head.digest(), position, change.id(), write.stream(), revision, entry));
                records.add(new JournalRecord(position, change.id(), write.stream(), revision, entry, digest));
                head = new JournalHead(position, digest);
            }
        }
        return records;
    }

    /** Whether {@code record} is what comes next; if so, goes on to it. */
    public boolean accept(JournalRecord record) {
        boolean next = record.position() == head.position() + 1
                && MessageDigest.isEqual(
                        bytes(head.digest(), record), record.digest().toBytes());
        if (next) {
            head = record.head();
        }
        return next;
    }

    /** The digest that {@code record} would have after a record with the digest {@code previous}; its own is not looked at. */
    public Sha256 digest(Sha256 previous, JournalRecord record) {
        return Sha256.ofDigest(bytes(previous, record));
    }

    private byte[] bytes(Sha256 previous, JournalRecord record) {
        return digests.of(
                previous, record.position(), record.change(), record.stream(), record.revision(), record.entry());
    }
}
