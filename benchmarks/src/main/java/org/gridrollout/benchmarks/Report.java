package org.gridrollout.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Prints a result with what a reader must know to judge it, and keeps it as {@code target/results/NAME.tsv}. */
public final class Report {

    private final Effort effort;
    private final List<String> notes = new ArrayList<>();

    private Report(Effort effort) {
        this.effort = effort;
    }

    /** A report on figures measured with {@code effort}. */
    public static Report of(Effort effort) {
        return new Report(effort);
    }

    /** Adds a sentence below the table. */
    public Report note(String sentence) {
        notes.add(sentence);
        return this;
    }

    /** Prints the table to standard output and writes it into the directory {@code benchmarks.results}. */
    public void print(ResultTable table) throws IOException {
        Path file = table.writeInto(Path.of(System.getProperty("benchmarks.results", "target/results")));
        System.out.println();
        System.out.print(table.forPeople());
        System.out.println();
        notes.forEach(System.out::println);
        System.out.printf(
                "%s, JDK %s, %d processors. Medians of %d alternating forks with %d iterations each.%n",
                LocalDate.now(ZoneOffset.UTC),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                effort.rounds,
                effort.measurements);
        if (effort == Effort.QUICK) {
            System.out.println("These figures are rough (--quick): do not quote them.");
        }
        System.out.println("Written to " + file.toAbsolutePath().normalize());
    }
}
