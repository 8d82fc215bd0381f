package org.gridrollout.core.version;

/** Numbers as texts of digits, since dates and build numbers may be longer than any number type. */
final class Decimal {

    private Decimal() {}

    /** One more; as many digits as before unless all were nines. */
    static String increment(String digits) {
        char[] result = digits.toCharArray();
        int i = result.length - 1;
        while (i >= 0 && result[i] == '9') {
            result[i--] = '0';
        }
        if (i < 0) {
            return "1" + new String(result);
        }
        result[i]++;
        return new String(result);
    }

    /** The same text with the number at its end counted up; it must end in a digit. */
    static String incrementLast(String text) {
        int start = text.length();
        while (start > 0 && Alphabet.isDigit(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(0, start) + increment(text.substring(start));
    }

    static boolean endsInDigit(String text) {
        return !text.isEmpty() && Alphabet.isDigit(text.charAt(text.length() - 1));
    }
}
