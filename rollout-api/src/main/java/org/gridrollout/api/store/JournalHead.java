package org.gridrollout.api.store;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.Violations;
import org.gridrollout.api.software.Sha256;

/**
 * Where a journal ends, or ended when somebody looked. It stands for everything up to there: kept elsewhere as an
 * <em>anchor</em> (a log, a mail, a notary), it lets a chain that was cut or written anew be told from the one that was seen.
 *
 * @param position the last record's; 0 if there is none
 * @param digest the last record's; 64 zeros if there is none
 */
public record JournalHead(long position, Sha256 digest) {

    private static final Sha256 GENESIS = new Sha256("0".repeat(64));
    private static final Pattern TEXT = Pattern.compile("(0|[1-9]\\d{0,17}):([0-9a-f]{64})");

    /** The head of a journal without records, which the first record is chained to. */
    public static final JournalHead EMPTY = new JournalHead(0, GENESIS);

    public JournalHead {
        Violations.of("JournalHead")
                .unless(position >= 0, "position must not be negative, was %d", position)
                .unless(position != 0 || digest.equals(GENESIS), "digest at position 0 must be zeros, was %s", digest)
                .throwIfAny();
    }

    /**
     * The head that {@link #toString} wrote.
     *
     * @throws InvalidValueException if it did not
     */
    public static JournalHead parse(String text) {
        Matcher parts = TEXT.matcher(text);
        Violations.of("JournalHead")
                .unless(parts.matches(), "must be a position, a colon and 64 hexadecimal digits, was '%s'", text)
                .throwIfAny();
        return new JournalHead(Long.parseLong(parts.group(1)), new Sha256(parts.group(2)));
    }

    /** {@code 4711:9f86d0...}, to be kept and {@link #parse parsed}. */
    @Override
    public String toString() {
        return position + ":" + digest;
    }
}
