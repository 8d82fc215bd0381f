package org.gridrollout.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Release;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.Sha256;
import org.junit.jupiter.api.Test;

class SubjectDigestTest {

    private static final PackageRef SERVER = of("voms", 0, "2.1.0", "1.el9", "x86_64", "ab");
    private static final PackageRef CLIENTS = of("voms-clients", 0, "2.1.0", "1.el9", "noarch", "cd");

    @Test
    void isThatOfTheDocumentedBytes() {
        assertThat(digest(CLIENTS, SERVER))
                .isEqualTo(sha256(
                        "gridrollout-subject-1",
                        "voms",
                        "0",
                        "2.1.0",
                        "1.el9",
                        "x86_64",
                        "ab".repeat(32),
                        "voms-clients",
                        "0",
                        "2.1.0",
                        "1.el9",
                        "noarch",
                        "cd".repeat(32)));
    }

    @Test
    void doesNotDependOnTheOrderOfPackages() {
        assertThat(digest(SERVER, CLIENTS)).isEqualTo(digest(CLIENTS, SERVER));
    }

    @Test
    void ordersPackagesOfTheSameContentByName() {
        PackageRef copy = of("voms-copy", 0, "2.1.0", "1.el9", "x86_64", "ab");

        assertThat(digest(copy, SERVER)).isEqualTo(digest(SERVER, copy));
    }

    @Test
    void saysNothingOfHowTheReleaseIsCalled() {
        assertThat(SubjectDigest.of(
                        release(each -> each.withId(ReleaseId.of("again")).withLabel("again"), SERVER)))
                .isEqualTo(digest(SERVER));
    }

    @Test
    void differsInEveryPartOfAPackage() {
        assertThat(List.of(
                        SERVER,
                        of("vomsd", 0, "2.1.0", "1.el9", "x86_64", "ab"),
                        of("voms", 1, "2.1.0", "1.el9", "x86_64", "ab"),
                        of("voms", 0, "2.1.1", "1.el9", "x86_64", "ab"),
                        of("voms", 0, "2.1.0", "2.el9", "x86_64", "ab"),
                        of("voms", 0, "2.1.0", "1.el9", "noarch", "ab"),
                        of("voms", 0, "2.1.0", "1.el9", "x86_64", "ac"),
                        of("voms", 0, "2.1.01", ".el9", "x86_64", "ab")))
                .extracting(SubjectDigestTest::digest)
                .doesNotHaveDuplicates();
    }

    private static Sha256 digest(PackageRef... packages) {
        return SubjectDigest.of(release(each -> each, packages));
    }

    private static Release release(UnaryOperator<Release> change, PackageRef... packages) {
        return change.apply(AskedSites.of(List.of()).rollout().release().withPackages(packages));
    }

    private static PackageRef of(String name, long epoch, String version, String release, String arch, String hex) {
        return new PackageRef(new Nevra(name, new Evr(epoch, version, release), arch), new Sha256(hex.repeat(32)));
    }

    private static Sha256 sha256(String... texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String each : texts) {
            byte[] text = each.getBytes(StandardCharsets.UTF_8);
            bytes.writeBytes(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(text.length)
                    .array());
            bytes.writeBytes(text);
        }
        try {
            return new Sha256(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray())));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
