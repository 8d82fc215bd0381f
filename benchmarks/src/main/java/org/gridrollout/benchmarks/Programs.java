package org.gridrollout.benchmarks;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Other people's programs on this machine. */
public final class Programs {

    private Programs() {}

    /** Whether the shell would find a program of that name. */
    public static boolean has(String name) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(each -> Files.isExecutable(Path.of(each, name)));
    }
}
