package org.gridrollout.core.version;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

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
                answers("rpm", "--eval", "%{lua: print(rpm.vercmp('1', '2'))}"),
                "rpm with rpm.vercmp is absent: the order is not compared with rpm's own");
    }

    /** The sign rpm gives each pair, in order. */
    static List<Integer> verdicts(List<String[]> pairs, Path directory) throws IOException, InterruptedException {
        Path input = directory.resolve("pairs.tsv");
        Path script = directory.resolve("vercmp.lua");
        Path output = directory.resolve("verdicts.txt");
        Files.write(input, pairs.stream().map(pair -> String.join("\t", pair)).toList());
        Files.writeString(script, SCRIPT.formatted(input));
        Process rpm = new ProcessBuilder("rpm", "--eval", "%{lua: dofile('" + script + "')}")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!rpm.waitFor(60, TimeUnit.SECONDS)) {
            rpm.destroyForcibly();
            throw new IOException("rpm did not answer within 60 s");
        }
        // rpm ends its evaluation with a line of its own
        List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank())
                .toList();
        if (rpm.exitValue() != 0 || lines.size() != pairs.size()) {
            throw new IOException("rpm ended with " + rpm.exitValue() + " after " + lines.size() + " of " + pairs.size()
                    + " verdicts: " + (lines.isEmpty() ? "" : lines.get(lines.size() - 1)));
        }
        return lines.stream().map(Integer::valueOf).toList();
    }

    private static boolean answers(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
