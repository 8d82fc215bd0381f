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
    private String measured;

    private Report(Effort effort) {
        this.effort = effort;
        this.measured =
                "Medians of %d alternating forks with %d iterations each".formatted(effort.rounds, effort.measurements);
    }

    /** A report on figures measured with {@code effort}. */
    public static Report of(Effort effort) {
        return new Report(effort);
    }

    /** Adds a sentence below the table; an empty one is none. */
    public Report note(String sentence) {
        if (!sentence.isEmpty()) {
            notes.add(sentence);
        }
        return this;
    }

    /** Says how it was measured, where that was not by {@link AlternatingRun}. */
    public Report measured(String how) {
        measured = how;
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
                "%s, JDK %s, %d processors. %s.%n",
                LocalDate.now(ZoneOffset.UTC),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                measured);
        if (effort == Effort.QUICK) {
            System.out.println("These figures are rough (--quick): do not quote them.");
        }
        System.out.println("Written to " + file.toAbsolutePath().normalize());
    }
}
