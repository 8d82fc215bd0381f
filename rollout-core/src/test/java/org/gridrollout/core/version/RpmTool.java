package org.gridrollout.core.version;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The real rpm, asked for its verdict on many pairs in one process. */
final class RpmTool {

    private static final String SCRIPT = """
            for line in io.lines("%s") do
              local left, right = line:match("^([^\\t]*)\\t([^\\t]*)$")
              io.write(rpm.vercmp(left, right), "\\n")
            end
            """;

    private RpmTool() {}

    static void assumePresent() {
        assumeTrue(
                Tool.answers("rpm", "--eval", "%{lua: print(rpm.vercmp('1', '2'))}"),
                "rpm with rpm.vercmp is absent: the order is not compared with rpm's own");
    }

    /** The sign rpm gives each pair, in order. */
    static List<Integer> verdicts(List<String[]> pairs, Path directory) throws IOException, InterruptedException {
        Path input = directory.resolve("pairs.tsv");
        Path script = directory.resolve("vercmp.lua");
        Path output = directory.resolve("verdicts.txt");
        Files.write(input, pairs.stream().map(pair -> String.join("\t", pair)).toList());
        Files.writeString(script, SCRIPT.formatted(input));
        int exit = Tool.run(output, "rpm", "--eval", "%{lua: dofile('" + script + "')}");
        // rpm ends its evaluation with a line of its own
        List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank())
                .toList();
        if (exit != 0 || lines.size() != pairs.size()) {
            throw new IOException("rpm ended with " + exit + " after " + lines.size() + " of " + pairs.size()
                    + " verdicts: " + (lines.isEmpty() ? "" : lines.get(lines.size() - 1)));
        }
        return lines.stream().map(Integer::valueOf).toList();
    }
}
