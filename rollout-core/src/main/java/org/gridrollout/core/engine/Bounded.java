package org.gridrollout.core.engine;

/** Texts from outside, made fit for every store. */
final class Bounded {

    private static final char UNREADABLE = '\ufffd';

    private Bounded() {}

    /** Without what is beyond {@code limit} characters, and without halves of surrogate pairs, which no database keeps. */
    static String text(String text, int limit) {
        return whole(text.length() <= limit ? text : text.substring(0, limit));
    }

    /** The same for a text that may not be blank and is not. */
    static String notBlank(String text, int limit) {
        return text(text.strip(), limit);
    }

    static String whole(String text) {
        StringBuilder mended = null;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    i++;
                } else {
                    mended = mended == null ? new StringBuilder(text) : mended;
                    mended.setCharAt(i, UNREADABLE);
                }
            }
        }
        return mended == null ? text : mended.toString();
    }
}
