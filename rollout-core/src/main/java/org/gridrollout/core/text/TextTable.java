package org.gridrollout.core.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of texts under headings, told in columns as wide as they have to be. Not thread-safe. */
public final class TextTable {

    private static final String BETWEEN = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    /** An empty table of so many columns. */
    public TextTable(String... headings) {
        row((Object[]) headings);
    }

    /** Adds a row with a cell for each column. */
    public TextTable row(Object... cells) {
        rows.add(Arrays.stream(cells)
                .map(Object::toString)
                .map(TextTable::onOneLine)
                .toList());
        return this;
    }

    /** Whether there is nothing under the headings. */
    public boolean isEmpty() {
        return rows.size() == 1;
    }

    @Override
    public String toString() {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], length(row.get(i)));
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(row.get(i))
                        .append(" ".repeat(widths[i] - length(row.get(i))))
                        .append(BETWEEN);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static String onOneLine(String cell) {
        return cell.replaceAll("\\s+", " ").strip();
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
