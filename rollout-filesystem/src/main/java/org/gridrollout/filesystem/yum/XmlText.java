package org.gridrollout.filesystem.yum;

import java.nio.charset.StandardCharsets;
import org.gridrollout.api.spi.UnreadablePackageException;

/**
 * Escapes into a growing XML text. What XML 1.0 cannot carry at all is refused, as createrepo_c does, rather than
 * silently changed. Not thread-safe.
 */
final class XmlText {

    private final String origin;
    private final StringBuilder out = new StringBuilder(2048);

    /** @param origin whose texts these are, for error messages */
    XmlText(String origin) {
        this.origin = origin;
    }

    /** Appends markup as it is. */
    XmlText raw(String markup) {
        out.append(markup);
        return this;
    }

    XmlText element(String indent, String name, String content) {
        out.append(indent).append('<').append(name).append('>');
        escape(content, false);
        out.append("</").append(name).append(">\n");
        return this;
    }

    /** Appends {@code name="value"} after a space. */
    XmlText attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        escape(value, true);
        out.append('"');
        return this;
    }

    XmlText attribute(String name, long value) {
        out.append(' ').append(name).append("=\"").append(value).append('"');
        return this;
    }

    XmlText text(String content) {
        escape(content, false);
        return this;
    }

    byte[] toBytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void escape(String text, boolean inAttribute) {
        int done = 0;
        for (int at = plainUntil(text, 0); at < text.length(); at = plainUntil(text, done)) {
            out.append(text, done, at);
            int c = text.codePointAt(at);
            escape(c, inAttribute);
            done = at + Character.charCount(c);
        }
        out.append(text, done, text.length());
    }

    /** Where the next character is that wants a look, or the text's end. */
    private static int plainUntil(String text, int from) {
        int at = from;
        while (at < text.length() && isPlain(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c < Character.MIN_SURROGATE && c != '&' && c != '<' && c != '>' && c != '"';
    }

    private void escape(int c, boolean inAttribute) {
        switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '\r' -> out.append("&#13;"); // a parser would turn it into a line feed
            case '"' -> out.append(inAttribute ? "&quot;" : "\"");
            case '\t' -> out.append(inAttribute ? "&#9;" : "\t"); // attribute values are normalised to blanks
            case '\n' -> out.append(inAttribute ? "&#10;" : "\n");
            default -> out.appendCodePoint(legal(c));
        }
    }

    /** Whether XML can carry that character, as it is or escaped. */
    static boolean isLegal(int c) {
        // https://www.w3.org/TR/xml/#charsets
        boolean blank = c == '\t' || c == '\n' || c == '\r';
        return blank || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }

    private int legal(int c) {
        if (!isLegal(c)) {
            throw new UnreadablePackageException(
                    origin, String.format("it says U+%04X, a character that repository metadata cannot carry", c));
        }
        return c;
    }
}
