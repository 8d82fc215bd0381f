package org.gridrollout.benchmarks.closure;

import java.io.IOException;
import java.nio.file.Path;
import org.gridrollout.core.closure.Closure;
import org.gridrollout.core.closure.Member;

/** What a command-line tool would do: read an index, and say which packages cannot be installed and why. */
public final class WholeProcess {

    private WholeProcess() {}

    /**
     * Runs it.
     *
     * @param arguments the index
     */
    public static void main(String[] arguments) throws IOException {
        Closure closure =
                Closure.of(LoadedArchive.load(Path.of(arguments[0]), false).universe());
        for (Member each : closure.broken()) {
            System.out.println(each + ": " + closure.explain(each).orElseThrow());
        }
    }
}
