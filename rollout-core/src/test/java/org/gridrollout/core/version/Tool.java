package org.gridrollout.core.version;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A program of the system, with bounded time. */
final class Tool {

    private Tool() {}

    /** Runs the command with its output in a file, and returns its exit value. */
    static int run(Path output, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(command[0] + " did not answer within 120 s");
        }
        return process.exitValue();
    }

    /** Whether the command can be started and ends with 0. */
    static boolean answers(String... command) {
        try {
            Path output = Files.createTempFile("tool", ".txt");
            try {
                return run(output, command) == 0;
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
