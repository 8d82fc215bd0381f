package org.gridrollout.benchmarks.repository;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridrollout.benchmarks.Programs;

/** The peer: createrepo_c with two workers, as a process. */
final class Createrepo {

    private static final String COMMAND = "createrepo_c";

    private Createrepo() {}

    /** What it calls itself, with its version; none if it is not installed. */
    static Optional<String> title() throws IOException {
        if (!Programs.has(COMMAND)) {
            return Optional.empty();
        }
        String version = Processes.output(List.of(COMMAND, "--version"));
        return Optional.of("createrepo_c " + version.replaceAll("(?s)^Version: (\\S+).*", "$1"));
    }

    /** Indexes that directory anew. */
    static void full(Path directory, String... options) throws IOException {
        run(directory, options);
    }

    /** Indexes what is new in that directory. */
    static void update(Path directory, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("--update");
        run(directory, all.toArray(String[]::new));
    }

    private static void run(Path directory, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(COMMAND, "--quiet", "--workers", "2"));
        command.addAll(List.of(options));
        command.add(directory.toString());
        Processes.output(command);
    }
}
