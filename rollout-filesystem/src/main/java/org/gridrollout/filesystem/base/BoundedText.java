package org.gridrollout.filesystem.base;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.gridrollout.filesystem.base.UnreadableBaseException.Problem;

/**
 * XML in UTF-8 on its way to a parser that would gather a tag of any length. In a tag or a text of XML there is no second
 * {@code <}; what may hold one (comments, character data sections) is counted as one piece too, up to its end.
 */
final class BoundedText extends FilterReader {

    private final String file;
    private final int most;
    private long sinceTagBegan;
    private boolean inDeclaration;
    private char last;
    private char beforeLast;

    BoundedText(InputStream in, String file, int most) {
        super(utf8(in));
        this.file = file;
        this.most = most;
    }

    private static Reader utf8(InputStream in) {
        return new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] chars, int offset, int length) throws IOException {
        int got = in.read(chars, offset, length);
        for (int i = offset; i < offset + got; i++) {
            look(chars[i]);
        }
        return got;
    }

    /** The parser closes at the end of the document, before the file was held against its checksum. */
    @Override
    public void close() {
        // whoever opened the file closes it
    }

    private void look(char c) {
        if (inDeclaration) {
            // "-->" and "]]>"
            inDeclaration = !(c == '>' && last == beforeLast && (last == '-' || last == ']'));
        } else if (c == '<') {
            sinceTagBegan = 0;
        } else if (c == '!' && last == '<') {
            inDeclaration = true;
        }
        if (++sinceTagBegan > most) {
            throw new UnreadableBaseException(
                    Problem.TOO_LARGE, file, "a tag or text in it has more than " + most + " characters", null);
        }
        beforeLast = last;
        last = c;
    }
}
