package org.gridrollout.benchmarks.closure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gridrollout.core.closure.debian.DebianPackage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackagesIndexTest {

    private static final String INDEX = """
            Package: dcache
            Version: 2.10-1
            Architecture: all
            Depends: java-runtime (>= 17), libc6 | libc6-compat
            Description: storage
             Depends: nothing, for this is a description

            Package: voms
            Version: 1:3.0
            Section: net
            Architecture: amd64
            Provides: voms-client
            """;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 100, 4096})
    void packagesAreTheSameHoweverMuchIsReadAtOnce(int piece) throws IOException {
        List<DebianPackage> read = read(INDEX, piece);
        assertThat(read).extracting(DebianPackage::name).containsExactly("dcache", "voms");
        assertThat(read).extracting(DebianPackage::version).containsExactly("2.10-1", "1:3.0");
        assertThat(read)
                .extracting(DebianPackage::depends)
                .containsExactly("java-runtime (>= 17), libc6 | libc6-compat", "");
        assertThat(read).extracting(DebianPackage::provides).containsExactly("", "voms-client");
    }

    @Test
    void lastLineNeedsNoEnd() throws IOException {
        assertThat(read(INDEX.stripTrailing(), 16)).isEqualTo(read(INDEX, 16));
    }

    private static List<DebianPackage> read(String index, int piece) throws IOException {
        List<DebianPackage> packages = new ArrayList<>();
        PackagesIndex.read(new ByteArrayInputStream(index.getBytes(StandardCharsets.UTF_8)), piece, packages::add);
        return packages;
    }
}
