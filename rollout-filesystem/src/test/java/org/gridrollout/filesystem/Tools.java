package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Other people's tools, run as they are; a test that needs one that is absent skips and says so. */
public final class Tools {

    private static final long LIMIT_SECONDS = 120;

    private Tools() {}

    /** Skips the test unless all of them are on the path. */
    public static void require(String... tools) {
        for (String tool : tools) {
            assumeTrue(has(tool), "needs " + tool + ", which is not installed here");
        }
    }

    /** Whether it is on the path. */
    public static boolean has(String tool) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(each -> Files.isExecutable(Path.of(each, tool)));
    }

    /** The shared packages that rpm can read; skips the test where they are absent. */
    public static List<Path> corpus() {
        Path directory = Path.of(System.getProperty("gridrollout.shared", "absent"), "data", "rpms");
        Path manifest = directory.resolve("MANIFEST.tsv");
        assumeTrue(Files.isRegularFile(manifest), "needs other people's packages in " + directory);
        try (Stream<String> lines = Files.lines(manifest)) {
            return lines.skip(1)
                    .map(line -> line.split("\t", -1))
                    .filter(fields -> fields[7].equals("yes"))
                    .map(fields -> directory.resolve(fields[0]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command that must succeed, and returns what it prints, errors included. */
    public static String run(String... command) {
        Ended ended = end(command);
        assertThat(ended.exitCode())
                .as("%s: %s", List.of(command), ended.output())
                .isZero();
        return ended.output();
    }

    /** Runs a command that may fail, and returns what it prints, errors included. */
    public static String output(String... command) {
        return end(command).output();
    }

    /** Runs a command that may fail, and returns how it ended. */
    public static int exitCode(String... command) {
        return end(command).exitCode();
    }

    /** Runs a command that must fail, and returns what it prints, errors included. */
    public static String failure(String... command) {
        Ended ended = end(command);
        assertThat(ended.exitCode())
                .as("%s: %s", List.of(command), ended.output())
                .isNotZero();
        return ended.output();
    }

    private record Ended(int exitCode, String output) {}

    private static Ended end(String... command) {
        try {
            Path output = Files.createTempFile("gridrollout-tool", ".txt");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            String text = Files.readString(output);
            Files.delete(output);
            assertThat(ended).as("%s ends in time, said: %s", command[0], text).isTrue();
            return new Ended(process.exitValue(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
