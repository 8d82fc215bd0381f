package org.gridrollout.benchmarks.closure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a program said, how long it took and how much memory it had at most.
 *
 * @param seconds from start to end
 * @param megabytes its peak resident memory as the kernel tells it, looked up every few milliseconds
 */
record MeasuredProcess(List<String> lines, double seconds, double megabytes) {

    private static final int LOOK_MILLIS = 5;

    static MeasuredProcess run(Path directory, List<String> command) throws IOException {
        Path output = Files.createTempFile(directory, "process", ".txt");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long peak = 0;
        try {
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                peak = Math.max(peak, peakKilobytes(process.pid()));
            }
        } catch (InterruptedException e) {
            process.destroy();
            throw new IOException(command.get(0) + " was interrupted", e);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        List<String> lines = Files.readAllLines(output);
        Files.delete(output);
        return new MeasuredProcess(lines, seconds, peak / 1e3);
    }

    private static long peakKilobytes(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("[^0-9]", ""));
                }
            }
        } catch (IOException e) {
            return 0; // it has just ended
        }
        return 0;
    }
}
