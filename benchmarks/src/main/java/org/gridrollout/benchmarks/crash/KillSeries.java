package org.gridrollout.benchmarks.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * One tool, killed by SIGKILL at moments spread evenly over what its publication takes undisturbed; after each kill its
 * repository is read as a client reads it, and the publication run again. A repository that this does not mend is lost, and
 * another begun.
 */
final class KillSeries {

    private static final int UNDISTURBED = 10;
    private static final long LIMIT_SECONDS = 120;

    private final Publisher publisher;
    private final Random random = new Random(20_261_124);
    private final Map<String, Integer> findings = new TreeMap<>();
    private int packages;
    private int kills;
    private int damaged;
    private int refused;
    private int lost;
    private Path directory = Path.of("unset");
    private double millis;

    KillSeries(Publisher publisher) {
        this.publisher = publisher;
    }

    /** A repository of some packages below that directory, and what one more takes. */
    void begin(Path below) throws IOException, InterruptedException {
        directory = below;
        beginAnew();
    }

    private void beginAnew() throws IOException, InterruptedException {
        publisher.begin(Files.createDirectories(directory.resolve("repository" + lost)));
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < UNDISTURBED; i++) {
            publisher.addPackage(packages++);
            Process process = publisher.publication().start();
            awaitBeginning(process);
            long start = System.nanoTime();
            if (exitOf(process) != 0) {
                throw new IOException(publisher.name() + " does not work here: "
                        + publisher.publication().command());
            }
            times.add((System.nanoTime() - start) / 1e6);
        }
        times.sort(null);
        millis = times.get(times.size() / 2);
    }

    void kill() throws IOException, InterruptedException {
        publisher.addPackage(packages++);
        Process process = publisher.publication().start();
        awaitBeginning(process);
        TimeUnit.NANOSECONDS.sleep((long) (random.nextDouble() * millis * 1e6));
        process.toHandle().destroyForcibly();
        exitOf(process);
        kills++;
        Optional<String> damage = publisher.damage();
        if (damage.isPresent()) {
            damaged++;
            findings.merge(damage.get(), 1, Integer::sum);
        }
        if (!goesOn()) {
            lost++;
            beginAnew();
        }
    }

    /** Whether the next run, with what its message asks for if it is refused, leaves a whole repository. */
    private boolean goesOn() throws IOException, InterruptedException {
        boolean done = exitOf(publisher.publication().start()) == 0;
        if (!done) {
            refused++;
            publisher.mend();
            done = exitOf(publisher.publication().start()) == 0;
        }
        return done && publisher.damage().isEmpty();
    }

    double damagedPercent() {
        return 100.0 * damaged / kills;
    }

    double refusedPercent() {
        return 100.0 * refused / kills;
    }

    double lostPercent() {
        return 100.0 * lost / kills;
    }

    /** One sentence on what was seen. */
    String summary() {
        return "%s: %d kills within %.0f ms of publishing, %d times damaged %s, %d times the next run refused, %d times begun anew."
                .formatted(publisher.name(), kills, millis, damaged, findings, refused, lost);
    }

    private void awaitBeginning(Process process) throws IOException {
        String wanted = publisher.sayingItBegins();
        if (!wanted.isEmpty()) {
            BufferedReader output =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            if (!wanted.equals(output.readLine())) {
                throw new IOException(publisher.name() + " did not begin");
            }
        }
    }

    private static int exitOf(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("process " + process.pid() + " hangs");
        }
        return process.exitValue();
    }
}
