package org.gridrollout.filesystem;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gridrollout.filesystem.yum.Digests;

/** Lines of tab-separated fields whose last line is the checksum of those before: whole, or known not to be. */
final class CheckedLines {

    private static final String CHECKSUM = "sha256\t";

    private final StringBuilder lines = new StringBuilder();

    /** @param fields without tabs or line feeds; everything written this way is names, numbers and digests */
    CheckedLines add(Object... fields) {
        for (int i = 0; i < fields.length; i++) {
            lines.append(i == 0 ? "" : "\t").append(fields[i]);
        }
        lines.append('\n');
        return this;
    }

    byte[] toBytes() {
        byte[] content = lines.toString().getBytes(StandardCharsets.UTF_8);
        return (lines + CHECKSUM + Digests.of(content) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The fields of each line but the last; empty if the bytes are not what was written. */
    static Optional<List<String[]>> parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int last = text.lastIndexOf('\n', text.length() - 2) + 1;
        byte[] content = Arrays.copyOf(bytes, Math.min(bytes.length, last));
        String expected = CHECKSUM + Digests.of(content) + "\n";
        if (!text.substring(last).equals(expected) || last > bytes.length) {
            return Optional.empty();
        }
        List<String[]> parsed = new ArrayList<>();
        for (int start = 0; start < last; ) {
            int end = text.indexOf('\n', start);
            parsed.add(text.substring(start, end).split("\t", -1));
            start = end + 1;
        }
        return Optional.of(parsed);
    }
}
