package org.gridrollout.jpa;

import java.util.ArrayList;
import java.util.List;

/**
 * A text in pieces that every database takes: H2 keeps at most 1,048,576 characters in a VARCHAR, and MariaDB refuses
 * statements over 16 MB as it is installed. The first piece stays in the owner's row.
 *
 * @param pieces at least one
 */
record LongText(List<String> pieces) {

    private static final int PIECE = 500_000;

    static LongText of(String text) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (text.length() - from > PIECE) {
            int to = from + PIECE;
            // Half a surrogate pair cannot be encoded.
            to = Character.isHighSurrogate(text.charAt(to - 1)) ? to - 1 : to;
            pieces.add(text.substring(from, to));
            from = to;
        }
        pieces.add(text.substring(from));
        return new LongText(pieces);
    }

    String first() {
        return pieces.get(0);
    }

    /** How many pieces there are besides the first. */
    int parts() {
        return pieces.size() - 1;
    }
}
