package org.gridrollout.benchmarks.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gridrollout.benchmarks.Programs;

/** Other programs, run as they are. */
final class Commands {

    private Commands() {}

    /** Says which of them are not on the path, if any. */
    static Optional<String> missing(String... tools) {
        List<String> missing =
                Arrays.stream(tools).filter(tool -> !Programs.has(tool)).toList();
        return missing.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", missing));
    }

    /** A command whose output nobody reads. */
    static ProcessBuilder quiet(String... command) {
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    }

    /** A program of this class path in a virtual machine of its own; its output can be read. */
    static ProcessBuilder java(Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    /** Runs a command that must succeed. */
    static void run(ProcessBuilder command) throws IOException, InterruptedException {
        if (command.start().waitFor() != 0) {
            throw new IOException("failed: " + command.command());
        }
    }
}
