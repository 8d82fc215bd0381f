package org.gridrollout.api.store;

/**
 * What stands in the journal's place is no record that a store would have written: a part of it is missing, or a value is
 * none that can be. The way to mend it is a backup; what was meant cannot be told from it.
 */
public final class UnreadableRecordException extends StoreException {

    private static final long serialVersionUID = 1L;

    private final long position;

    /**
     * Of the record at {@code position}.
     *
     * @param why what is wrong with it, the end of a sentence
     */
    public UnreadableRecordException(long position, String why) {
        super(message(position, why));
        this.position = position;
    }

    /** The same, found out by {@code cause}. */
    public UnreadableRecordException(long position, String why, Throwable cause) {
        super(message(position, why), cause);
        this.position = position;
    }

    private static String message(long position, String why) {
        return "Journal record " + position + " cannot be read: " + why;
    }

    /** Where it stands. */
    public long position() {
        return position;
    }
}
