package org.gridrollout.core.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridrollout.core.version.RpmVersionScheme.rpmvercmp;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** The order against the table that rpm tests itself with, which travels in the shared data only. */
class RpmTableTest {

    private static final Path TABLE =
            Path.of(System.getProperty("gridrollout.shared", "../shared")).resolve("data/versions/rpmvercmp.tsv");

    @Test
    void agreesWithEveryRowInBothDirections() throws IOException {
        SoftAssertions rows = new SoftAssertions();
        int count = 0;
        for (String line : lines(TABLE)) {
            if (line.startsWith("#")) {
                continue;
            }
            String[] row = line.split("\t", -1);
            int expected = Integer.parseInt(row[2]);
            rows.assertThat(rpmvercmp(row[0], row[1])).as(line).isEqualTo(expected);
            rows.assertThat(rpmvercmp(row[1], row[0])).as("turned: " + line).isEqualTo(-expected);
            count++;
        }
        rows.assertAll();
        assertThat(count).as("rows of " + TABLE).isGreaterThanOrEqualTo(90);
    }

    @Test
    void skipsVisiblyWhereTheTableIsAbsent() {
        assertThatThrownBy(() -> lines(Path.of("/nowhere/rpmvercmp.tsv")))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("/nowhere/rpmvercmp.tsv is absent");
    }

    private static List<String> lines(Path table) throws IOException {
        assumeTrue(Files.isRegularFile(table), table + " is absent: rpm's own table is not checked");
        return Files.readAllLines(table);
    }
}
