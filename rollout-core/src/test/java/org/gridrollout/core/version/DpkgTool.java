package org.gridrollout.core.version;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridrollout.api.software.Evr;

/**
 * The real dpkg, asked for its verdict. One process per pair would take minutes for many. So {@link #verdicts} feeds its
 * list of available packages, which lets a package replace another of the same name only if it is not older: each pair goes
 * in as two packages, one in this order and one turned, and what is left of them is the verdict.
 */
final class DpkgTool {

    private DpkgTool() {}

    static void assumePresent() {
        assumeTrue(
                Tool.answers("dpkg", "--compare-versions", "1", "lt", "2"),
                "dpkg is absent: the order is not compared with dpkg's own");
    }

    /** The sign dpkg gives the pair when it is asked for nothing else. */
    static int verdict(Evr left, Evr right) {
        if (Tool.answers("dpkg", "--compare-versions", left.toString(), "lt", right.toString())) {
            return -1;
        }
        return Tool.answers("dpkg", "--compare-versions", left.toString(), "eq", right.toString()) ? 0 : 1;
    }

    /** The sign dpkg gives each pair, in order. */
    static List<Integer> verdicts(List<Evr[]> pairs, Path directory) throws IOException, InterruptedException {
        Path packages = directory.resolve("Packages");
        Path database = Files.createDirectories(directory.resolve("dpkg"));
        Path output = directory.resolve("dpkg.txt");
        Files.createDirectories(database.resolve("updates"));
        Files.createDirectories(database.resolve("info"));
        Files.createFile(database.resolve("status"));
        write(pairs, packages);
        int exit = Tool.run(output, "dpkg", "--admindir=" + database, "--update-avail", packages.toString());
        if (exit != 0) {
            throw new IOException("dpkg ended with " + exit + ": " + Files.readString(output));
        }
        return signs(pairs.size(), left(database.resolve("available")));
    }

    private static void write(List<Evr[]> pairs, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < pairs.size(); i++) {
                Evr left = pairs.get(i)[0];
                Evr right = pairs.get(i)[1];
                out.write(stanza("straight" + i, left, "left"));
                out.write(stanza("straight" + i, right, "right"));
                out.write(stanza("turned" + i, right, "right"));
                out.write(stanza("turned" + i, left, "left"));
            }
        }
    }

    private static String stanza(String name, Evr version, String which) {
        return "Package: " + name + "\nArchitecture: all\nMaintainer: nobody\nVersion: " + version + "\nDescription: "
                + which + "\n\n";
    }

    /** Which of its two versions each package was left with. */
    private static Map<String, String> left(Path available) throws IOException {
        Map<String, String> left = new HashMap<>();
        String name = "";
        for (String line : Files.readAllLines(available)) {
            if (line.startsWith("Package: ")) {
                name = line.substring("Package: ".length());
            } else if (line.startsWith("Description: ")) {
                left.put(name, line.substring("Description: ".length()));
            }
        }
        return left;
    }

    private static List<Integer> signs(int count, Map<String, String> left) throws IOException {
        List<Integer> signs = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String both = left.get("straight" + i) + " " + left.get("turned" + i);
            signs.add(
                    switch (both) {
                        case "right right" -> -1;
                        case "right left" -> 0;
                        case "left left" -> 1;
                        default -> throw new IOException("pair " + i + ": dpkg kept " + both);
                    });
        }
        return signs;
    }
}
