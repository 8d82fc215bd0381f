package org.gridrollout.benchmarks.closure;

import java.io.IOException;
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

    private final byte[] text;
    private final String[] values = new String[FIELDS.size()];

    private PackagesIndex(byte[] text) {
        this.text = text;
    }

    /** Hands on every package of an index that is not compressed. */
    static void read(Path index, Consumer<DebianPackage> to) throws IOException {
        new PackagesIndex(Files.readAllBytes(index)).read(to);
    }

    private void read(Consumer<DebianPackage> to) {
        Arrays.fill(values, "");
        int start = 0;
        while (start < text.length) {
            int end = start;
            while (end < text.length && text[end] != '\n') {
                end++;
            }
            if (end == start) {
                paragraph(to);
            } else if (text[start] != ' ') { // only descriptions are continued on a next line
                line(start, end);
            }
            start = end + 1;
        }
        paragraph(to);
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

    private void paragraph(Consumer<DebianPackage> to) {
        if (!values[0].isEmpty()) {
            to.accept(new DebianPackage(
                    values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7], values[8],
                    values[9]));
            Arrays.fill(values, "");
        }
    }
}
