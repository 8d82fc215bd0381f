package org.gridrollout.core.journal;

import java.util.Optional;
import org.gridrollout.api.store.JournalHead;
import org.gridrollout.api.store.JournalRecord;

/** What {@link JournalVerifier} found out. */
public sealed interface Verification {

    /** A sentence for a person. */
    String inWords();

    /**
     * Every record looked at is as it was written, and none is missing.
     *
     * @param head where the journal ended: an anchor for the next time
     * @param records how many were looked at
     */
    record Intact(JournalHead head, long records) implements Verification {

        @Override
        public String inWords() {
            return "The journal is as it was written: " + records + " records checked, the last is " + head + ".";
        }
    }

    /**
     * Something is not as it was written.
     *
     * @param position of the first record that is known to be bad, or to be missing
     * @param good everything up to this head is as it was written, as far as the anchors and the head checked from bear it
     *     out; for {@link Reason#NOT_AS_ANCHORED} and {@link Reason#NOT_AS_HEAD} the first bad record may be any after it
     * @param found what stands there, if anything does
     * @param sentence what is wrong with it, for a person
     */
    record Broken(long position, Reason reason, JournalHead good, Optional<JournalRecord> found, String sentence)
            implements Verification {

        @Override
        public String inWords() {
            return sentence;
        }
    }

    /** What is wrong with the first bad record. */
    enum Reason {
        /** It, or what came before it, is not what was written: its digest does not follow from its predecessor's. */
        CHANGED,
        /** What it says was written, as the record after it bears out; only its digest was changed. */
        DIGEST_CHANGED,
        /** What belongs there stands further on; looked for in the next few hundred records only. */
        MOVED,
        /** No record has that position, though later ones exist or the store's head or an anchor says so. */
        MISSING,
        /** The store gave it after a record with the same position or a higher one: it does not sort. */
        OUT_OF_ORDER,
        /** It is damaged beyond reading. */
        UNREADABLE,
        /** It and all before it fit together, but an anchor says otherwise: the chain was written anew. */
        NOT_AS_ANCHORED,
        /** It fits, but the store's head has another digest for its position or does not know of it. */
        NOT_AS_HEAD
    }
}
