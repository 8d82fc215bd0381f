package org.gridrollout.core.journal;

import java.util.List;
import java.util.Optional;
import org.gridrollout.api.store.JournalChain;
import org.gridrollout.api.store.JournalHead;
import org.gridrollout.api.store.JournalRecord;
import org.gridrollout.api.store.UnreadableRecordException;
import org.gridrollout.core.journal.Verification.Broken;
import org.gridrollout.core.journal.Verification.Reason;

/**
 * Says what is wrong after the last good record.
 *
 * @param good what is certain
 */
record Diagnosis(JournalHead good) {

    /** Of a record that is not what comes next; {@code following} are the records after the good ones. */
    Broken ofRecord(JournalRecord record, List<JournalRecord> following) {
        long next = good.position() + 1;
        if (record.position() < next) {
            return broken(
                    record.position(),
                    Reason.OUT_OF_ORDER,
                    record,
                    "Journal record " + named(record) + " came again after record " + good.position() + ".");
        }
        Optional<JournalRecord> elsewhere =
                following.stream().filter(each -> belongs(each, next)).findFirst();
        if (elsewhere.isPresent()) {
            return elsewhere(record, elsewhere.get());
        }
        if (record.position() > next) {
            return broken(
                    next,
                    Reason.MISSING,
                    record,
                    missing(record.position() - 1) + " the next one there is " + named(record) + ".");
        }
        return onlyTheDigest(record, following)
                ? broken(
                        next,
                        Reason.DIGEST_CHANGED,
                        record,
                        "The digest of journal record " + named(record)
                                + " was changed; what it says was not, as the record after it bears out.")
                : broken(
                        next,
                        Reason.CHANGED,
                        record,
                        "Journal record " + named(record)
                                + " is not what was written there: it was changed, or put in, or"
                                + " others before it were taken out.");
    }

    private Broken elsewhere(JournalRecord record, JournalRecord next) {
        long position = good.position() + 1;
        return next.position() == position
                ? broken(
                        position,
                        Reason.OUT_OF_ORDER,
                        next,
                        "Journal record " + named(next) + " came after record " + record.position() + ".")
                : broken(
                        position,
                        Reason.MOVED,
                        record,
                        "The journal record that belongs at position " + position + " stands at position "
                                + next.position() + ": " + named(next) + ".");
    }

    Broken unreadable(UnreadableRecordException e) {
        long next = good.position() + 1;
        return e.position() > next
                ? broken(next, Reason.MISSING, missing(e.position() - 1) + " the next one cannot be read.")
                : broken(e.position(), Reason.UNREADABLE, String.valueOf(e.getMessage()));
    }

    Broken missingAtTheEnd(JournalHead head, long promised) {
        long last = Math.max(head.position(), promised);
        String witness = last == promised ? "an anchor" : "the store's head";
        return broken(
                good.position() + 1,
                Reason.MISSING,
                missing(last) + " the journal ends at " + good.position() + ", and " + witness + " says " + last + ".");
    }

    Broken notAsAnchored(JournalRecord record, JournalHead anchor) {
        return broken(
                record.position(),
                Reason.NOT_AS_ANCHORED,
                record,
                "Journal record " + named(record) + " has the digest " + record.digest() + ", and the anchor says "
                        + anchor.digest() + ": it or records before it, from position " + (good.position() + 1)
                        + " on, were written anew.");
    }

    Broken notAsHead(JournalHead head, JournalHead end) {
        return head.position() < end.position()
                ? broken(
                        head.position() + 1,
                        Reason.NOT_AS_HEAD,
                        "The journal goes on to position " + end.position() + ", and the store's head ends at "
                                + head.position() + ": records were put in, or the head was set back.")
                : broken(
                        end.position(),
                        Reason.NOT_AS_HEAD,
                        "The last journal record has the digest " + end.digest() + ", and the store's head says "
                                + head.digest() + ": either the head was changed, or records, from position "
                                + (good.position() + 1) + " on, were written anew.");
    }

    private boolean belongs(JournalRecord record, long position) {
        JournalRecord there = new JournalRecord(
                position, record.change(), record.stream(), record.revision(), record.entry(), record.digest());
        return JournalChain.after(good).accept(there);
    }

    /** Whether the next record was chained to what this one says. */
    private boolean onlyTheDigest(JournalRecord record, List<JournalRecord> following) {
        JournalChain chain = JournalChain.after(good);
        JournalHead asItSays = new JournalHead(record.position(), chain.digest(good.digest(), record));
        return following.size() > 1 && JournalChain.after(asItSays).accept(following.get(1));
    }

    private String missing(long last) {
        long first = good.position() + 1;
        return first == last
                ? "Journal record " + first + " is missing:"
                : "Journal records " + first + " to " + last + " are missing:";
    }

    private static String named(JournalRecord record) {
        return record.position() + " (" + record.stream() + " revision " + record.revision() + ", "
                + record.entry().type() + ")";
    }

    private Broken broken(long position, Reason reason, JournalRecord found, String sentence) {
        return new Broken(position, reason, good, Optional.of(found), sentence);
    }

    private Broken broken(long position, Reason reason, String sentence) {
        return new Broken(position, reason, good, Optional.empty(), sentence);
    }
}
