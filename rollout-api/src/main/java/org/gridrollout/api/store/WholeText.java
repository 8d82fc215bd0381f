package org.gridrollout.api.store;

/**
 * Text that every store can give back as it was. Half a surrogate pair has no encoding: most databases would keep a question
 * mark, and the journal would look tampered with.
 */
final class WholeText {

    private WholeText() {}

    static boolean is(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
