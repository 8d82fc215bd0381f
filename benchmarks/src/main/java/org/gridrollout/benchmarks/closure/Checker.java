package org.gridrollout.benchmarks.closure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gridrollout.benchmarks.Programs;

/** A program that says which packages of an index cannot be installed. */
enum Checker {
    OURS("ours") {
        @Override
        List<String> command(Path index) {
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            return List.of(
                    java,
                    "-XX:+UseSerialGC",
                    "-Xmx1g",
                    "-Xmn550m", // next to nothing of what loading makes is garbage: no need to copy it around
                    "-cp",
                    System.getProperty("java.class.path"),
                    WholeProcess.class.getName(),
                    index.toString());
        }

        @Override
        Set<String> broken(List<String> output) {
            Set<String> broken = new TreeSet<>();
            output.forEach(line -> broken.add(line.substring(0, line.indexOf(": "))));
            return broken;
        }
    },
    INSTALLCHECK("installcheck") {
        @Override
        List<String> command(Path index) {
            return List.of("installcheck", "amd64", index.toString());
        }

        @Override
        Set<String> broken(List<String> output) {
            String start = "can't install ";
            Set<String> broken = new TreeSet<>();
            output.stream()
                    .filter(line -> line.startsWith(start) && line.endsWith(":"))
                    .forEach(line -> broken.add(line.substring(start.length(), line.length() - 1)));
            return broken;
        }
    },
    DOSE("dose-debcheck") {
        @Override
        List<String> command(Path index) {
            return List.of("dose-debcheck", "--failures", "--deb-native-arch=amd64", index.toString());
        }

        @Override
        Set<String> broken(List<String> output) {
            Set<String> broken = new TreeSet<>();
            List<String> found = new ArrayList<>();
            for (String line : output) {
                int colon = line.indexOf(": ");
                String field = colon < 0
                        ? ""
                        : line.substring(0, colon).replace("-", "").strip();
                if (field.equals("package")) {
                    found.clear();
                }
                if (Set.of("package", "version", "architecture").contains(field)) {
                    found.add(line.substring(colon + 2).strip());
                }
                if (field.equals("status") && line.endsWith("broken") && found.size() == 3) {
                    broken.add(found.get(0) + "-" + found.get(1) + "." + found.get(2));
                }
            }
            return broken;
        }
    };

    private final String title;

    Checker(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Whether the program is on the path; ours always is. */
    boolean isThere() {
        return this == OURS || Programs.has(title);
    }

    abstract List<String> command(Path index);

    /** The packages as {@code name-version.architecture}. */
    abstract Set<String> broken(List<String> output);
}
