package org.gridrollout.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The lines of one benchmark, for people and as tab-separated values. */
public record ResultTable(String name, List<Comparison> lines) {

    public ResultTable {
        lines = List.copyOf(lines);
    }

    /** Writes {@code NAME.tsv} into {@code directory}, which is made if it is absent, and returns the file. */
    public Path writeInto(Path directory) throws IOException {
        Files.createDirectories(directory);
        List<String> text =
                rows().stream().map(cells -> String.join("\t", cells)).toList();
        return Files.write(directory.resolve(name + ".tsv"), text);
    }

    /** The table with its columns aligned. */
    public String forPeople() {
        List<List<String>> rows = rows();
        int[] widths = new int[Comparison.COLUMNS.size()];
        for (List<String> cells : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], cells.get(i).length());
            }
        }
        StringBuilder table = new StringBuilder();
        for (List<String> cells : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(cells.get(i))
                        .append(" ".repeat(widths[i] - cells.get(i).length() + 2));
            }
            table.append(line.toString().stripTrailing()).append('\n');
        }
        return table.toString();
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(Comparison.COLUMNS);
        lines.forEach(line -> rows.add(line.cells()));
        return rows;
    }
}
