package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.gridrollout.filesystem.signature.SignatureVerdict;
import org.gridrollout.filesystem.signature.SignatureVerdict.BadSignature;
import org.gridrollout.filesystem.signature.SignatureVerdict.DigestMismatch;
import org.gridrollout.filesystem.signature.SignatureVerdict.ExpiredKey;
import org.gridrollout.filesystem.signature.SignatureVerdict.Good;
import org.gridrollout.filesystem.signature.SignatureVerdict.RevokedKey;
import org.gridrollout.filesystem.signature.SignatureVerdict.UnknownKey;
import org.gridrollout.filesystem.signature.SignatureVerdict.Unsigned;
import org.gridrollout.testkit.rpm.RpmBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code rpmsign} signs with keys of {@code gpg}, held against what {@code rpmkeys --checksig} says of it. */
@Tag("interop")
class SignatureOracleInteropTest {

    private static final int PAYLOAD_DIGEST = 5092;
    private static final int PAYLOAD_DIGEST_ALT = 5097;

    private static Gpg gpg;
    private static String rsa;
    private static String eddsa;
    private static String dsa;
    private static String foreign;

    @TempDir
    static Path shared;

    @TempDir
    Path directory;

    @BeforeAll
    static void generate() {
        Tools.require("gpg", "rpmsign", "rpmkeys");
        gpg = Gpg.open();
        rsa = gpg.generate("Rita <rita@example.org>", "rsa2048");
        eddsa = gpg.generate("Eddy <eddy@example.org>", "ed25519");
        dsa = gpg.generate("Dora <dora@example.org>", "dsa2048");
        foreign = gpg.generate("Mallory <mallory@example.org>", "ed25519");
        for (String each : new String[] {rsa, eddsa, dsa, foreign}) {
            gpg.export(each, shared.resolve(each + ".asc"));
        }
    }

    @AfterAll
    static void forget() {
        if (gpg != null) {
            gpg.close();
        }
    }

    static Stream<String> keys() {
        return Stream.of("rsa", "eddsa", "dsa");
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aSignedPackageIsGood(String kind) throws IOException {
        Path signed = gpg.sign(voms(), key(kind), directory.resolve("signed.rpm"));
        assertThat(verdict(signed, key(kind))).isInstanceOf(Good.class);
        assertThat(rpmAccepts(signed, key(kind))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void soIsOneSignedInTheWayOfRpm3WithoutADigestOfItsPayload(String kind) throws IOException {
        Path old = directory.resolve("old.rpm");
        Files.write(
                old,
                builder().without(PAYLOAD_DIGEST).without(PAYLOAD_DIGEST_ALT).build());
        Path signed = gpg.sign(old, key(kind), directory.resolve("signed.rpm"), "--rpmv3");
        assertThat(verdict(signed, key(kind))).isInstanceOf(Good.class);
        assertThat(rpmAccepts(signed, key(kind))).isTrue();
    }

    @Test
    void aForeignKeyIsUnknown() throws IOException {
        Path signed = gpg.sign(voms(), foreign, directory.resolve("signed.rpm"));
        assertThat(verdict(signed, rsa)).isEqualTo(new UnknownKey(foreign));
        assertThat(rpmAccepts(signed, rsa)).isFalse();
    }

    @Test
    void anUnsignedPackageIsUnsigned() throws IOException {
        Path unsigned = voms();
        assertThat(verdict(unsigned, rsa)).isEqualTo(new Unsigned());
        // rpm is content with digests unless it is told otherwise
        assertThat(Tools.exitCode(
                        "rpmkeys",
                        "--define",
                        "_pkgverify_level signature",
                        "--dbpath=" + trusting(rsa),
                        "--checksig",
                        unsigned.toString()))
                .isNotZero();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aHeaderFromAnotherPackageIsNotGood(String kind) throws IOException {
        Path signed = gpg.sign(voms(), key(kind), directory.resolve("signed.rpm"));
        byte[] bytes = Files.readAllBytes(signed);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int at = text.lastIndexOf("port = 15000");
        int summary = text.indexOf("Membership");
        assertThat(at).isPositive();
        assertThat(summary).isPositive();
        for (int each : new int[] {at, summary}) {
            byte[] changed = bytes.clone();
            changed[each] ^= 1;
            Path file = Files.write(directory.resolve("changed-" + each + ".rpm"), changed);
            assertThat(verdict(file, key(kind))).isInstanceOf(DigestMismatch.class);
            assertThat(rpmAccepts(file, key(kind))).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aSignatureTakenFromAnotherPackageIsBad(String kind) throws IOException {
        Path other = Files.write(
                directory.resolve("other.rpm"), builder().summary("Another").build());
        byte[] bytes;
        byte[] stolen;
        // A number that begins with a zero byte is written a byte shorter: such a signature fits into no other package.
        do {
            stolen =
                    Rpms.headerSignature(Files.readAllBytes(gpg.sign(voms(), key(kind), directory.resolve("one.rpm"))));
            bytes = Files.readAllBytes(gpg.sign(other, key(kind), directory.resolve("victim.rpm")));
        } while (stolen.length != Rpms.headerSignature(bytes).length);
        System.arraycopy(stolen, 0, bytes, Rpms.headerSignatureAt(bytes), stolen.length);
        Path forged = Files.write(directory.resolve("forged.rpm"), bytes);
        assertThat(verdict(forged, key(kind))).isInstanceOf(BadSignature.class);
        assertThat(rpmAccepts(forged, key(kind))).isFalse();
    }

    /** rpm 4.18 does not look at a key's end or revocation when it checks a package; gpg and rpm on Sequoia do. */
    @Test
    void aRevokedKeyIsRevoked() throws IOException {
        String stolen = gpg.generate("Stan <stan@example.org>", "ed25519");
        Path signed = gpg.sign(voms(), stolen, directory.resolve("signed.rpm"));
        gpg.export(stolen, shared.resolve(stolen + ".asc"));
        assertThat(verdict(signed, stolen)).isInstanceOf(Good.class);
        gpg.revoke(stolen);
        gpg.export(stolen, shared.resolve(stolen + ".asc"));
        assertThat(verdict(signed, stolen)).isInstanceOf(RevokedKey.class);
    }

    @Test
    void aKeyThatHadExpiredIsExpired() throws IOException {
        String old = gpg.generate("Olga <olga@example.org>", "ed25519");
        Path signed = gpg.sign(voms(), old, directory.resolve("signed.rpm"));
        gpg.export(old, shared.resolve(old + ".asc"));
        assertThat(verdict(signed, old)).isInstanceOf(Good.class);
        gpg.expire(old, "2026-02-01");
        gpg.export(old, shared.resolve(old + ".asc"));
        assertThat(verdict(signed, old))
                .isInstanceOfSatisfying(
                        ExpiredKey.class,
                        verdict -> assertThat(verdict.expired())
                                .isBetween(
                                        Instant.parse("2026-02-01T00:00:00Z"), Instant.parse("2026-02-02T00:00:00Z")));
    }

    @Test
    void otherPeoplesPackagesAreSignedByTheKeysThatRpmSays() throws IOException {
        int unknown = 0;
        Map<Path, String> saidByRpm = checkedByRpm(Tools.corpus());
        for (Map.Entry<Path, String> each : saidByRpm.entrySet()) {
            SignatureVerdict ours = verdict(each.getKey(), rsa);
            if (ours instanceof UnknownKey key) {
                String last = key.key().substring(key.key().length() - 8).toLowerCase(Locale.ROOT);
                assertThat(each.getValue()).as("%s", each.getKey()).contains("key ID " + last + ": NOKEY");
                unknown++;
            } else if (ours instanceof DigestMismatch) {
                assertThat(each.getValue()).as("%s", each.getKey()).contains("BAD");
            } else {
                assertThat(ours).as("%s", each.getKey()).isEqualTo(new Unsigned());
                assertThat(each.getValue())
                        .as("%s", each.getKey())
                        .doesNotContain("Signature, key ID")
                        .doesNotContain("BAD");
            }
        }
        assertThat(saidByRpm).hasSizeGreaterThan(100);
        assertThat(unknown).isEqualTo(5); // of six signed; the sixth lacks its payload
    }

    /** What rpm prints below each file's name. */
    private Map<Path, String> checkedByRpm(List<Path> files) throws IOException {
        List<String> command = new ArrayList<>(List.of("rpmkeys", "--dbpath=" + trusting(rsa), "--checksig", "-v"));
        files.forEach(each -> command.add(each.toString()));
        Map<Path, String> said = new LinkedHashMap<>();
        Path current = null;
        for (String line : Tools.output(command.toArray(String[]::new)).lines().toList()) {
            if (line.endsWith(".rpm:")) {
                current = Path.of(line.substring(0, line.length() - 1));
                said.put(current, "");
            } else if (current != null) {
                said.merge(current, line + "\n", String::concat);
            }
        }
        assertThat(said.keySet()).containsAll(files);
        return said;
    }

    private static String key(String kind) {
        return switch (kind) {
            case "rsa" -> rsa;
            case "dsa" -> dsa;
            default -> eddsa;
        };
    }

    private static RpmBuilder builder() {
        return RpmBuilder.of("voms", "2.1.0", "1.el9")
                .summary("Virtual Organization Membership Service")
                .file("/etc/voms/voms.conf", "port = 15000\n");
    }

    private Path voms() throws IOException {
        return Files.write(directory.resolve("voms.rpm"), builder().build());
    }

    private SignatureVerdict verdict(Path rpm, String trusted) throws IOException {
        FilesystemRepository repository = FilesystemRepository.at(directory.resolve("repository"))
                .durability(Durability.UNSYNCED)
                .keyring(shared.resolve(trusted + ".asc"))
                .open();
        try (InputStream in = Files.newInputStream(rpm)) {
            return repository.signatureVerdict(in, rpm.toString()).orElseThrow();
        }
    }

    private boolean rpmAccepts(Path rpm, String trusted) throws IOException {
        return Tools.exitCode("rpmkeys", "--dbpath=" + trusting(trusted), "--checksig", rpm.toString()) == 0;
    }

    /** An rpm database with that key. */
    private Path trusting(String fingerprint) throws IOException {
        Path database = shared.resolve("rpm-" + fingerprint);
        if (!Files.exists(database)) {
            Files.createDirectories(database);
            Tools.run(
                    "rpmkeys",
                    "--dbpath=" + database,
                    "--import",
                    shared.resolve(fingerprint + ".asc").toString());
        }
        return database;
    }
}
