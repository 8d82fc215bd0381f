package org.gridrollout.benchmarks.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A tool that publishes a repository, in the steps in which its users run it. */
interface Publisher {

    /** What it is called in the table. */
    String name();

    /** Why it cannot be run here, if so. */
    Optional<String> missing();

    /** An empty repository below that directory. */
    void begin(Path directory) throws IOException, InterruptedException;

    /** Makes another package ready to be published; not killed. */
    void addPackage(int number) throws IOException, InterruptedException;

    /** What publishes it, and may be killed. */
    ProcessBuilder publication();

    /** What the process prints when its work begins; empty if that is at once. */
    default String sayingItBegins() {
        return "";
    }

    /** What a client finds wrong: something missing, or a checksum that does not hold. */
    Optional<String> damage() throws IOException;

    /** What a person has to do before the next run works, if that was refused. */
    void mend() throws IOException, InterruptedException;
}
