package org.gridrollout.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultTableTest {

    private final ResultTable table = new ResultTable(
            "versions",
            List.of(
                    Comparison.of("compare", "10 pairs", 20, 400, "Peer", "ns")
                            .whereOurs("ours <= 25 ns", o -> o <= 25),
                    Comparison.of("parse", "10 pairs", 300, 400, "Peer", "ns")
                            .whereRatio("ratio <= 0.5", r -> r <= 0.5),
                    Comparison.of("right", "10 pairs", 1, 0.25, "Peer", "share")));

    @Test
    void keepsTheColumnsThatOtherProgramsRead(@TempDir Path directory) throws IOException {
        assertThat(table.writeInto(directory.resolve("results")))
                .hasFileName("versions.tsv")
                .hasContent("""
                        work\tsize\tours\tpeer\tpeer_name\tunit\tratio\ttarget\tholds
                        compare\t10 pairs\t20.0\t400\tPeer\tns\t0.050\tours <= 25 ns\tyes
                        parse\t10 pairs\t300\t400\tPeer\tns\t0.750\tratio <= 0.5\tno
                        right\t10 pairs\t1.000\t0.250\tPeer\tshare\t4.000\t\t
                        """);
    }

    @Test
    void alignsTheColumnsForPeople() {
        List<String> lines = table.forPeople().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines).extracting(line -> line.indexOf("10 pairs")).containsExactly(-1, 9, 9, 9);
        assertThat(lines.get(0).indexOf("size")).isEqualTo(9);
    }
}
