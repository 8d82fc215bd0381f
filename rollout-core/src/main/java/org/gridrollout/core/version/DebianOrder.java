package org.gridrollout.core.version;

/**
 * Debian's order of upstream versions and of revisions: non-digits and numbers by turns, compared at their first
 * difference. Among non-digits {@code ~} is lowest, below the end; then letters, then everything else.
 */
final class DebianOrder {

    private static final int BELOW_THE_END = -1;
    // What a digit and the end weigh among non-digits: there the text part is over.
    private static final int NOTHING = 0;
    private static final int ABOVE_LETTERS = 0x10000;
    private static final int[] WEIGHTS = weights();

    private DebianOrder() {}

    static int compare(String left, String right) {
        int leftLength = left.length();
        int rightLength = right.length();
        int i = startOfDifference(left, right);
        int j = i;
        while (true) {
            int leftWeight;
            do {
                leftWeight = i < leftLength ? weight(left.charAt(i)) : NOTHING;
                int rightWeight = j < rightLength ? weight(right.charAt(j)) : NOTHING;
                if (leftWeight != rightWeight) {
                    return leftWeight < rightWeight ? -1 : 1;
                }
                if (leftWeight != NOTHING) {
                    i++;
                    j++;
                }
            } while (leftWeight != NOTHING);
            if (i == leftLength && j == rightLength) {
                return 0;
            }
            // An absent number is 0.
            i = skipZeros(left, i);
            j = skipZeros(right, j);
            int difference = 0;
            boolean leftGoesOn = Alphabet.isDigit(left, i);
            boolean rightGoesOn = Alphabet.isDigit(right, j);
            while (leftGoesOn && rightGoesOn) {
                if (difference == 0) {
                    difference = left.charAt(i) - right.charAt(j);
                }
                leftGoesOn = Alphabet.isDigit(left, ++i);
                rightGoesOn = Alphabet.isDigit(right, ++j);
            }
            if (leftGoesOn != rightGoesOn) {
                return leftGoesOn ? 1 : -1;
            }
            if (difference != 0) {
                return difference < 0 ? -1 : 1;
            }
        }
    }

    /** Where the texts differ first, or where the number begins that they differ in; what is before is equal. */
    private static int startOfDifference(String left, String right) {
        int length = Math.min(left.length(), right.length());
        int i = 0;
        while (i < length && left.charAt(i) == right.charAt(i)) {
            i++;
        }
        while (i > 0 && Alphabet.isDigit(left.charAt(i - 1))) {
            i--;
        }
        return i;
    }

    private static int skipZeros(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) == '0') {
            i++;
        }
        return i;
    }

    private static int weight(char c) {
        return c < 128 ? WEIGHTS[c] : c + ABOVE_LETTERS;
    }

    private static int[] weights() {
        int[] weights = new int[128];
        for (char c = 0; c < 128; c++) {
            if (Alphabet.isDigit(c)) {
                weights[c] = NOTHING;
            } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
                weights[c] = c;
            } else {
                weights[c] = c + ABOVE_LETTERS;
            }
        }
        weights['~'] = BELOW_THE_END;
        return weights;
    }
}
