package org.gridrollout.filesystem.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.gridrollout.filesystem.Tools;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much memory a large base takes; the limit is the virtual machine's own. */
class LargeBaseTest {

    @TempDir
    Path directory;

    @Test
    void packagesThatPassByTakeNoMemory() throws IOException {
        LargeTree.write(directory, 5_000, Compression.GZIP);
        assertThat(read("pass", "24m")).contains("5000 packages, 0 kept");
    }

    @Test
    @Tag("soak")
    void aHundredThousandPackagesPassByInAHundredMebibytes() throws IOException {
        LargeTree.write(directory, 100_000, Compression.ZSTD);
        assertThat(read("pass", "100m")).contains("100000 packages, 0 kept");
    }

    @Test
    @Tag("soak")
    void aHundredThousandPackagesAreKeptInUnderTwoGibibytes() throws IOException {
        LargeTree.write(directory, 100_000, Compression.GZIP);
        assertThat(read("keep", "2g")).contains("100000 packages, 100000 kept");
    }

    private String read(String what, String heap) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Tools.run(
                java,
                "-Xmx" + heap,
                "-cp",
                System.getProperty("java.class.path"),
                LargeBaseReader.class.getName(),
                directory.toString(),
                what);
    }
}
