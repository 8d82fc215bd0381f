package org.gridrollout.filesystem.rpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.gridrollout.api.software.Capability;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.spi.UnreadablePackageException;
import org.gridrollout.filesystem.Tools;
import org.gridrollout.testkit.rpm.RpmBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever happens to a package on its way: a correct reading or a typed error, never anything else. */
class DamagedPackageTest {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final byte[] whole = RpmBuilder.of(new Nevra("voms", Evr.of("2.1.0", "1.el9"), "x86_64"))
            .requires(Capability.of("openssl-libs", Capability.Relation.GE, "3.0"))
            .file("/etc/voms/voms.conf", "port = 15000\n")
            .build();
    private final RpmMetadata metadata = read(whole).orElseThrow();

    @Test
    void cutShortAtAnyByteItIsReadRightOrRefused() {
        assertTimeoutPreemptively(LIMIT, () -> {
            int refused = 0;
            for (int length = 0; length < whole.length; length++) {
                Optional<RpmMetadata> read = read(Arrays.copyOf(whole, length));
                read.ifPresent(each -> assertThat(each).isEqualTo(metadata));
                refused += read.isEmpty() ? 1 : 0;
            }
            assertThat(refused).as("all that lack a byte of the headers").isEqualTo((int) metadata.headerEnd());
        });
    }

    @Test
    void withAnyBitOfTheHeadersFlippedItIsReadOrRefused() {
        assertTimeoutPreemptively(LIMIT, () -> {
            int refused = 0;
            for (int offset = 0; offset < metadata.headerEnd(); offset++) {
                for (int bit = 0; bit < 8; bit++) {
                    byte[] damaged = whole.clone();
                    damaged[offset] ^= (byte) (1 << bit);
                    refused += read(damaged).isEmpty() ? 1 : 0;
                }
            }
            assertThat(refused).isPositive();
        });
    }

    @Test
    void withAnyByteOfTheMainHeaderChangedTheDigestGivesItAway() {
        for (long offset = metadata.headerStart(); offset < metadata.headerEnd(); offset++) {
            byte[] damaged = whole.clone();
            damaged[(int) offset] ^= (byte) 0xFF;
            assertThat(read(damaged)).as("byte %d", offset).isEmpty();
        }
    }

    @Test
    @Tag("interop")
    void otherPeoplesPackagesCutOrFlippedAreReadOrRefused() throws IOException {
        Random random = new Random(20_261_124);
        for (Path file : Tools.corpus()) {
            byte[] original = Files.readAllBytes(file);
            int headers = (int) read(original).orElseThrow().headerEnd();
            assertTimeoutPreemptively(LIMIT, () -> {
                for (int i = 0; i < 150; i++) {
                    assertThat(read(Arrays.copyOf(original, random.nextInt(headers))))
                            .as("%s cut", file)
                            .isEmpty();
                    byte[] damaged = original.clone();
                    damaged[random.nextInt(headers)] ^= (byte) (1 + random.nextInt(255));
                    read(damaged);
                }
            });
        }
    }

    /** Empty if refused; any other exception is a failure of the test. */
    private static Optional<RpmMetadata> read(byte[] file) {
        try {
            return Optional.of(RpmReader.read(new ByteArrayInputStream(file), "voms.rpm"));
        } catch (UnreadablePackageException e) {
            return Optional.empty();
        }
    }
}
