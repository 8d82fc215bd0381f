package org.gridrollout.core.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntBiFunction;
import org.assertj.core.api.SoftAssertions;

/** A tool's own test table, of rows {@code left, right, sign}, which travels in the shared data only. */
record SharedTable(Path file) {

    static SharedTable named(String name) {
        return new SharedTable(Path.of(System.getProperty("gridrollout.shared", "../shared"))
                .resolve("data/versions")
                .resolve(name));
    }

    /** Fails for every row that {@code order} gets wrong in one direction or the other. */
    void agreesWith(ToIntBiFunction<String, String> order, int rowsAtLeast) throws IOException {
        SoftAssertions rows = new SoftAssertions();
        int count = 0;
        for (String line : lines()) {
            if (line.startsWith("#")) {
                continue;
            }
            String[] row = line.split("\t", -1);
            int expected = Integer.parseInt(row[2]);
            rows.assertThat(order.applyAsInt(row[0], row[1])).as(line).isEqualTo(expected);
            rows.assertThat(order.applyAsInt(row[1], row[0]))
                    .as("turned: " + line)
                    .isEqualTo(-expected);
            count++;
        }
        rows.assertAll();
        assertThat(count).as("rows of " + file).isGreaterThanOrEqualTo(rowsAtLeast);
    }

    List<String> lines() throws IOException {
        assumeTrue(Files.isRegularFile(file), file + " is absent: its cases are not checked");
        return Files.readAllLines(file);
    }
}
