package org.gridrollout.filesystem.rpm;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Decodes a text of a header. Old packages do not say how theirs are encoded. */
final class HeaderText {

    private static final char REPLACEMENT = '\uFFFD';

    private HeaderText() {}

    /** UTF-8 if it is that, ISO-8859-1 otherwise, as createrepo_c takes it. */
    static String decode(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 || isUtf8(bytes) ? text : new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .hasRemaining();
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }
}
