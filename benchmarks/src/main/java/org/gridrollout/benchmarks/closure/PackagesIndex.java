package org.gridrollout.benchmarks.closure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.gridrollout.core.closure.debian.DebianPackage;

/** Reads Debian's {@code Packages} index: paragraphs of fields, of which those that matter to installability are decoded. */
final class PackagesIndex {

    private static final List<byte[]> FIELDS = List.of(
                    "Package",
                    "Version",
                    "Architecture",
                    "Multi-Arch",
                    "SHA256",
                    "Pre-Depends",
                    "Depends",
                    "Provides",
                    "Conflicts",
                    "Breaks")
            .stream()
            .map(each -> (each + ": ").getBytes(StandardCharsets.UTF_8))
            .toList();

    private static final int PIECE = 1024 * 1024;

    private final Consumer<DebianPackage> to;
    private final String[] values = new String[FIELDS.size()];
    private byte[] text;

    private PackagesIndex(int piece, Consumer<DebianPackage> to) {
        this.text = new byte[piece];
        this.to = to;
    }

    /** Hands on every package of an index that is not compressed. */
    static void read(Path index, Consumer<DebianPackage> to) throws IOException {
        try (InputStream in = Files.newInputStream(index)) {
            read(in, PIECE, to);
        }
    }

    /** The same, that many bytes at once, more if a line is longer. */
    static void read(InputStream in, int piece, Consumer<DebianPackage> to) throws IOException {
        new PackagesIndex(piece, to).read(in);
    }

    private void read(InputStream in) throws IOException {
        Arrays.fill(values, "");
        int rest = 0;
        while (true) {
            int length = rest + in.readNBytes(text, rest, text.length - rest);
            if (length == rest) {
                break;
            }
            int start = lines(length);
            rest = length - start;
            System.arraycopy(text, start, text, 0, rest);
            text = rest < text.length ? text : Arrays.copyOf(text, 2 * rest);
        }
        if (rest > 0) {
            line(0, rest);
        }
        paragraph();
    }

    /** Takes the lines that have ended; where the one that has not begins. */
    private int lines(int length) {
        int start = 0;
        for (int end = 0; end < length; end++) {
            if (text[end] == '\n') {
                if (end == start) {
                    paragraph();
                } else if (text[start] != ' ') { // only descriptions are continued on a next line
                    line(start, end);
                }
                start = end + 1;
            }
        }
        return start;
    }

    private void line(int start, int end) {
        for (int i = 0; i < values.length; i++) {
            byte[] field = FIELDS.get(i);
            if (text[start] == field[0]
                    && end - start > field.length
                    && Arrays.equals(text, start, start + field.length, field, 0, field.length)) {
                values[i] = new String(text, start + field.length, end - start - field.length, StandardCharsets.UTF_8);
                return;
            }
        }
    }

    private void paragraph() {
        if (!values[0].isEmpty()) {
            to.accept(new DebianPackage(
                    values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7], values[8],
                    values[9]));
            Arrays.fill(values, "");
        }
    }
}
