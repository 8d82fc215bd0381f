package org.gridrollout.core.version;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.gridrollout.api.software.Evr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opentest4j.TestAbortedException;

/** The orders against the tables that rpm, dpkg and apt test themselves with. */
class SharedTablesTest {

    @Test
    void agreesWithRpmOnEveryRow() throws IOException {
        SharedTable.named("rpmvercmp.tsv").agreesWith(RpmVersionScheme::rpmvercmp, 90);
    }

    @ParameterizedTest
    @CsvSource({"dpkg.tsv, 40", "apt.tsv, 70"})
    void agreesWithDpkgAndAptOnEveryRow(String table, int rows) throws IOException {
        DebianVersionScheme scheme = new DebianVersionScheme();
        SharedTable.named(table)
                .agreesWith((left, right) -> Integer.signum(scheme.compare(lenient(left), lenient(right))), rows);
    }

    @Test
    void skipsVisiblyWhereTheTableIsAbsent() {
        SharedTable absent = new SharedTable(Path.of("/nowhere/rpmvercmp.tsv"));
        assertThatThrownBy(absent::lines)
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("/nowhere/rpmvercmp.tsv is absent");
    }

    /** Reads what the tables hold beyond the policy: spaces before, versions that begin with a letter or are one mark. */
    private static Evr lenient(String text) {
        int colon = text.indexOf(':');
        int hyphen = text.lastIndexOf('-');
        boolean revised = hyphen > colon + 1;
        return new Evr(
                colon < 0 ? 0 : Long.parseLong(text.substring(0, colon).strip()),
                text.substring(colon + 1, revised ? hyphen : text.length()),
                revised ? text.substring(hyphen + 1) : "");
    }
}
