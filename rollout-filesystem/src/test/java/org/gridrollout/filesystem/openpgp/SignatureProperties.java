package org.gridrollout.filesystem.openpgp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gridrollout.api.spi.UnreadablePackageException;
import org.gridrollout.filesystem.rpm.RpmMetadata;
import org.gridrollout.filesystem.rpm.RpmReader;
import org.gridrollout.filesystem.signature.SignatureVerdict;
import org.gridrollout.testkit.rpm.RpmBuilder;
import org.gridrollout.testkit.rpm.SignaturePlace;

/** Nothing that was signed can be changed, and nothing of a signature. */
class SignatureProperties {

    private static final TestKey ED25519 = TestKey.ed25519("Ada");
    private static final TestKey RSA = TestKey.rsa(2048, "Ada");
    private static final List<TestKey> KEYS = List.of(ED25519, RSA);
    private static final Keyring KEYRING = PackageVerdictTest.keyring(ED25519, RSA);

    private final byte[] signed = RpmBuilder.of("voms", "2.1.0", "1.el9")
            .file("/etc/voms/voms.conf", "port = 15000\n")
            .signed(SignaturePlace.OTHER_HEADER, ED25519::sign)
            .build();
    private final RpmMetadata metadata = RpmReader.read(new ByteArrayInputStream(signed), "voms.rpm");
    private final int start = (int) metadata.headerStart();
    private final int end = (int) metadata.headerEnd();

    /** Who changes a header will not forget its digests. */
    @Property(tries = 2_000)
    void aHeaderWithAnyBitFlippedIsNotGoodAlsoWithItsDigestsMadeAnew(
            @ForAll @IntRange(max = 1_000_000) int position, @ForAll @IntRange(max = 7) int bit) {
        byte[] changed = signed.clone();
        changed[start + position % (end - start)] ^= (byte) (1 << bit);
        for (String algorithm : List.of("SHA-1", "SHA-256")) {
            replace(changed, digest(algorithm, signed), digest(algorithm, changed));
        }
        assertThat(isGood(changed)).isFalse();
    }

    @Property(tries = 500)
    void aPayloadWithAnyBitFlippedIsNotGood(
            @ForAll @IntRange(max = 1_000_000) int position, @ForAll @IntRange(max = 7) int bit) {
        byte[] changed = signed.clone();
        changed[end + position % (signed.length - end)] ^= (byte) (1 << bit);
        assertThat(isGood(changed)).isFalse();
    }

    @Example
    void aPackageNobodyChangedIsGood() {
        assertThat(isGood(signed)).isTrue();
    }

    @Example
    void aSignatureWithAnyBitFlippedIsNotGood() {
        byte[] content = "signed".getBytes(StandardCharsets.UTF_8);
        for (TestKey key : KEYS) {
            byte[] packet = key.sign(content);
            assertThat(verdict(packet, content).isTrusted()).isTrue();
            for (int at = 0; at < packet.length * 8; at++) {
                byte[] changed = packet.clone();
                changed[at / 8] ^= (byte) (1 << at % 8);
                assertThat(verdict(changed, content).isTrusted())
                        .as("bit %d of %s", at, HexFormat.of().formatHex(packet))
                        .isFalse();
            }
        }
    }

    @Example
    void aSignatureCutShortOrFollowedBySomethingIsNotGood() {
        byte[] content = "signed".getBytes(StandardCharsets.UTF_8);
        for (TestKey key : KEYS) {
            byte[] packet = key.sign(content);
            for (int length = 0; length < packet.length; length++) {
                assertThat(verdict(Arrays.copyOf(packet, length), content).isTrusted())
                        .as("%d bytes", length)
                        .isFalse();
            }
            assertThat(verdict(Arrays.copyOf(packet, packet.length + 1), content)
                            .isTrusted())
                    .isFalse();
        }
    }

    @Property(tries = 1_000)
    void anythingAtAllInPlaceOfASignatureIsAVerdict(@ForAll byte[] packet) {
        assertThat(verdict(packet, new byte[0]).isTrusted()).isFalse();
        byte[] looksRight = packet.clone();
        if (looksRight.length > 3) {
            looksRight[0] = (byte) 0xC2; // a signature packet
            looksRight[1] = (byte) Math.min(looksRight.length - 2, 191);
            looksRight[2] = 4;
        }
        assertThat(verdict(looksRight, new byte[0]).isTrusted()).isFalse();
    }

    private static SignatureVerdict verdict(byte[] packet, byte[] content) {
        SignatureCheck check = SignatureCheck.of(packet, KEYRING);
        check.accept(content, 0, content.length);
        return check.verdict(TestKey.SIGNED);
    }

    private static boolean isGood(byte[] rpm) {
        try {
            return WholePackage.verdict(new ByteArrayInputStream(rpm), "voms.rpm", KEYRING, TestKey.SIGNED)
                    .isTrusted();
        } catch (UnreadablePackageException e) {
            return false;
        }
    }

    private String digest(String algorithm, byte[] rpm) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            digest.update(rpm, start, end - start);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void replace(byte[] in, String from, String to) {
        int at = new String(in, StandardCharsets.ISO_8859_1).indexOf(from);
        assertThat(at).isPositive();
        System.arraycopy(to.getBytes(StandardCharsets.ISO_8859_1), 0, in, at, to.length());
    }
}
