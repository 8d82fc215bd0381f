package org.gridrollout.core.version;

/**
 * rpm's segment order. A text is read as a row of marks ({@code ~}, {@code ^}), words (ASCII letters) and numbers (ASCII
 * digits of any length); two rows compare at their first difference. Works in place, from where the texts first differ.
 */
final class Segments {

    // The order of what can come next in a text, and SEPARATOR, which is never what comes next.
    private static final byte TILDE = 0;
    private static final byte END = 1;
    private static final byte CARET = 2;
    private static final byte WORD = 3;
    private static final byte NUMBER = 4;
    private static final byte SEPARATOR = 5;

    private static final byte[] KINDS = kinds();

    private Segments() {}

    static int compare(String left, String right) {
        int leftLength = left.length();
        int rightLength = right.length();
        int shorter = Math.min(leftLength, rightLength);
        int i = 0;
        while (i < shorter && left.charAt(i) == right.charAt(i)) {
            i++;
        }
        if (i == leftLength && i == rightLength) {
            return 0;
        }
        // What versions mostly differ in is one number. Where no leading zero can be, it is decided here.
        boolean leftGoesOn = Alphabet.isDigit(left, i);
        boolean rightGoesOn = Alphabet.isDigit(right, i);
        if (leftGoesOn && rightGoesOn) {
            int difference = left.charAt(i) - right.charAt(i);
            if (left.charAt(i) != '0' && right.charAt(i) != '0') {
                while (leftGoesOn && rightGoesOn) {
                    i++;
                    leftGoesOn = Alphabet.isDigit(left, i);
                    rightGoesOn = Alphabet.isDigit(right, i);
                }
                return leftGoesOn == rightGoesOn ? Integer.signum(difference) : leftGoesOn ? 1 : -1;
            }
        } else if (leftGoesOn != rightGoesOn && i > 0 && left.charAt(i - 1) >= '1' && left.charAt(i - 1) <= '9') {
            return leftGoesOn ? 1 : -1;
        }
        return compareFrom(startOfSegment(left, i), left, right);
    }

    /** Where the segment begins that reaches up to {@code end}, or {@code end} if none does; before it, nothing counts. */
    private static int startOfSegment(String text, int end) {
        int start = end;
        byte kind = start > 0 ? kind(text.charAt(start - 1)) : END;
        while (start > 0 && kind >= WORD && kind < SEPARATOR && kind(text.charAt(start - 1)) == kind) {
            start--;
        }
        return start;
    }

    /** Compares two texts that are alike up to {@code start}, where no segment is under way. */
    private static int compareFrom(int start, String left, String right) {
        int leftLength = left.length();
        int rightLength = right.length();
        int i = start;
        int j = start;
        while (true) {
            byte leftKind = END;
            while (i < leftLength && (leftKind = kind(left.charAt(i))) == SEPARATOR) {
                leftKind = END;
                i++;
            }
            byte rightKind = END;
            while (j < rightLength && (rightKind = kind(right.charAt(j))) == SEPARATOR) {
                rightKind = END;
                j++;
            }
            if (leftKind != rightKind) {
                return leftKind < rightKind ? -1 : 1;
            }
            if (leftKind == END) {
                return 0;
            }
            if (leftKind < WORD) {
                i++;
                j++;
                continue;
            }
            if (leftKind == NUMBER) {
                i = skipZeros(left, i, leftLength);
                j = skipZeros(right, j, rightLength);
            }
            // Both segments at once: their first difference decides, but between numbers the longer one is greater.
            int difference = 0;
            boolean leftGoesOn = i < leftLength && kind(left.charAt(i)) == leftKind;
            boolean rightGoesOn = j < rightLength && kind(right.charAt(j)) == leftKind;
            while (leftGoesOn && rightGoesOn) {
                if (difference == 0) {
                    difference = left.charAt(i) - right.charAt(j);
                    if (difference != 0 && leftKind == WORD) {
                        return difference < 0 ? -1 : 1;
                    }
                }
                i++;
                j++;
                leftGoesOn = i < leftLength && kind(left.charAt(i)) == leftKind;
                rightGoesOn = j < rightLength && kind(right.charAt(j)) == leftKind;
            }
            if (leftGoesOn != rightGoesOn) {
                return leftGoesOn ? 1 : -1;
            }
            if (difference != 0) {
                return difference < 0 ? -1 : 1;
            }
        }
    }

    private static int skipZeros(String text, int from, int length) {
        int i = from;
        while (i < length && text.charAt(i) == '0') {
            i++;
        }
        return i;
    }

    private static byte kind(char c) {
        // rpm's isalnum knows ASCII only: whatever is beyond it separates
        return c < 128 ? KINDS[c] : SEPARATOR;
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[128];
        for (char c = 0; c < 128; c++) {
            if (Alphabet.isDigit(c)) {
                kinds[c] = NUMBER;
            } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
                kinds[c] = WORD;
            } else {
                kinds[c] = SEPARATOR;
            }
        }
        kinds['~'] = TILDE;
        kinds['^'] = CARET;
        return kinds;
    }
}
