package org.gridrollout.filesystem.openpgp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.filesystem.openpgp.TestKey.CREATED;
import static org.gridrollout.filesystem.openpgp.TestKey.SIGNED;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.gridrollout.filesystem.signature.SignatureVerdict;
import org.gridrollout.filesystem.signature.SignatureVerdict.BadSignature;
import org.gridrollout.filesystem.signature.SignatureVerdict.DigestMismatch;
import org.gridrollout.filesystem.signature.SignatureVerdict.ExpiredKey;
import org.gridrollout.filesystem.signature.SignatureVerdict.Good;
import org.gridrollout.filesystem.signature.SignatureVerdict.KeyNotForSigning;
import org.gridrollout.filesystem.signature.SignatureVerdict.PartlySigned;
import org.gridrollout.filesystem.signature.SignatureVerdict.RevokedKey;
import org.gridrollout.filesystem.signature.SignatureVerdict.UnknownKey;
import org.gridrollout.filesystem.signature.SignatureVerdict.UnreadableSignature;
import org.gridrollout.filesystem.signature.SignatureVerdict.Unsigned;
import org.gridrollout.filesystem.signature.SignatureVerdict.WeakSignature;
import org.gridrollout.filesystem.signature.SigningKey;
import org.gridrollout.testkit.rpm.RpmBuilder;
import org.gridrollout.testkit.rpm.SignaturePlace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a package's signatures are worth. */
class PackageVerdictTest {

    private static final String OWNER = "Ada Lovelace <ada@example.org>";
    private static final TestKey ADA = TestKey.ed25519(OWNER);
    private static final TestKey RSA = TestKey.rsa(2048, OWNER);
    private static final TestKey STRANGER = TestKey.ed25519("Mallory");
    private static final SigningKey ADAS = new SigningKey(ADA.fingerprint(), OWNER);

    /** RPMTAG_PAYLOADDIGEST, which packages of before rpm 4.14 do not have. */
    private static final int PAYLOAD_DIGEST = 5092;

    @ParameterizedTest
    @EnumSource(SignaturePlace.class)
    void isGoodWhereverATrustedKeySigned(SignaturePlace place) {
        assertThat(verdict(voms().signed(place, ADA::sign), ADA))
                .isEqualTo(new Good(ADAS, SIGNED, Optional.empty()))
                .extracting(SignatureVerdict::sentence)
                .isEqualTo("Signed on 2026-02-01 by " + OWNER + " (key " + ADA.fingerprint() + ").");
    }

    @Test
    void isGoodWithRsa() {
        assertThat(verdict(voms().signed(SignaturePlace.RSA_HEADER, RSA::sign), RSA))
                .isInstanceOf(Good.class);
    }

    /** rpm 4.18 cannot make such a signature, so no package of its own tells. */
    @Test
    void isGoodWithEcdsa() {
        TestKey curved = TestKey.ecdsa(OWNER);
        RpmBuilder signed = voms().signed(SignaturePlace.OPENPGP, curved::sign);
        assertThat(verdict(signed, curved)).isInstanceOf(Good.class);
        assertThat(verdict(signed, TestKey.ecdsa(OWNER))).isEqualTo(new UnknownKey(curved.fingerprint()));
    }

    @Test
    void isUnsignedWithoutASignature() {
        assertThat(verdict(voms(), ADA)).isEqualTo(new Unsigned());
    }

    @Test
    void namesAKeyThatIsNotInTheKeyring() {
        assertThat(verdict(signedBy(STRANGER), ADA)).isEqualTo(new UnknownKey(STRANGER.fingerprint()));
    }

    @Test
    void isGoodByOneTrustedKeyWhoeverElseSigned() {
        RpmBuilder twice =
                voms().signed(SignaturePlace.OPENPGP, STRANGER::sign).signed(SignaturePlace.OPENPGP, ADA::sign);
        assertThat(verdict(twice, ADA)).isInstanceOf(Good.class);
    }

    @Test
    void isBadIfATrustedKeySignedSomethingElseWhoeverElseSigned() {
        RpmBuilder twice = voms().signed(SignaturePlace.OPENPGP, ADA::sign)
                .signed(SignaturePlace.OPENPGP, content -> RSA.sign(new byte[] {1}));
        assertThat(verdict(twice, ADA, RSA)).isInstanceOf(BadSignature.class);
    }

    @Test
    void isGoodIfTheKeyExpiredSince() {
        assertThat(verdict(signedBy(ADA), ADA.expiring(SIGNED.plusSeconds(1)))).isInstanceOf(Good.class);
    }

    @Test
    void isNotGoodIfTheKeyHadExpired() {
        assertThat(verdict(signedBy(ADA), ADA.expiring(SIGNED))).isEqualTo(new ExpiredKey(ADAS, SIGNED, SIGNED));
    }

    @Test
    void isBadIfItIsOlderThanItsKey() {
        RpmBuilder early =
                voms().signed(SignaturePlace.OTHER_HEADER, content -> ADA.sign(content, CREATED.minusSeconds(1)));
        assertThat(verdict(early, ADA)).isInstanceOf(BadSignature.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {TestKey.NO_REASON, TestKey.STOLEN})
    void isNotGoodByAKeyThatMayHaveBeenStolenSince(int reason) {
        TestKey revoked = ADA.revoked(SIGNED.plus(Duration.ofDays(30)), reason);
        assertThat(verdict(signedBy(ADA), revoked))
                .isEqualTo(new RevokedKey(ADAS, SIGNED.plus(Duration.ofDays(30)), "so it is"));
    }

    @Test
    void isGoodByAKeyThatWasReplacedSince() {
        assertThat(verdict(signedBy(ADA), ADA.revoked(SIGNED.plusSeconds(1), TestKey.REPLACED)))
                .isInstanceOf(Good.class);
    }

    @Test
    void isNotGoodByAKeyThatHadBeenReplaced() {
        assertThat(verdict(signedBy(ADA), ADA.revoked(SIGNED, TestKey.REPLACED)))
                .isInstanceOf(RevokedKey.class);
    }

    @Test
    void isNotGoodByAKeyForOtherUses() {
        assertThat(verdict(signedBy(ADA), ADA.forCertifyingOnly())).isEqualTo(new KeyNotForSigning(ADAS));
    }

    @Test
    void isGoodByASubkeyThatSigns() {
        TestKey key = ADA.forCertifyingOnly().withSigningSubkey(true);
        RpmBuilder rpm = voms().signed(SignaturePlace.OTHER_HEADER, key::signWithSubkey);
        assertThat(verdict(rpm, key)).isInstanceOfSatisfying(Good.class, good -> {
            assertThat(good.key().owner()).isEqualTo(OWNER);
            assertThat(good.key().fingerprint()).isNotEqualTo(ADA.fingerprint());
        });
    }

    @Test
    void isNotGoodByASubkeyThatDidNotConsent() {
        TestKey key = ADA.withSigningSubkey(false);
        RpmBuilder rpm = voms().signed(SignaturePlace.OTHER_HEADER, key::signWithSubkey);
        assertThat(verdict(rpm, key)).isInstanceOf(KeyNotForSigning.class);
    }

    @Test
    void isNotGoodByASubkeyOfARevokedKey() {
        TestKey key = ADA.withSigningSubkey(true);
        RpmBuilder rpm = voms().signed(SignaturePlace.OTHER_HEADER, key::signWithSubkey);
        assertThat(verdict(rpm, key.revoked(SIGNED, TestKey.STOLEN))).isInstanceOf(RevokedKey.class);
    }

    @Test
    void isWeakWithSha1() {
        assertThat(verdict(voms().signed(SignaturePlace.OTHER_HEADER, ADA::signWithSha1), ADA))
                .isEqualTo(new WeakSignature(ADAS, "SHA-1"));
    }

    @Test
    void isWeakWithAShortRsaKey() {
        TestKey old = TestKey.rsa(1024, OWNER);
        assertThat(verdict(voms().signed(SignaturePlace.RSA_HEADER, old::sign), old))
                .isInstanceOfSatisfying(
                        WeakSignature.class, weak -> assertThat(weak.weakness()).isEqualTo("an RSA key of 1024 bits"));
    }

    @Test
    void isPartlySignedIfNothingSpeaksForThePayload() {
        RpmBuilder old = voms().without(PAYLOAD_DIGEST).signed(SignaturePlace.OTHER_HEADER, ADA::sign);
        assertThat(verdict(old, ADA)).isEqualTo(new PartlySigned(ADAS));
    }

    @Test
    void isGoodInTheWayOfRpm3WithoutADigestOfThePayload() {
        RpmBuilder old = voms().without(PAYLOAD_DIGEST)
                .signed(SignaturePlace.OTHER_HEADER, ADA::sign)
                .signed(SignaturePlace.OTHER_WHOLE, ADA::sign);
        assertThat(verdict(old, ADA)).isInstanceOf(Good.class);
    }

    @Test
    void isUnreadableWithGarbageForASignature() {
        assertThat(verdict(voms().signed(SignaturePlace.OTHER_HEADER, content -> new byte[] {1, 2, 3}), ADA))
                .isInstanceOf(UnreadableSignature.class);
    }

    @Test
    void saysThatThePayloadIsNotWhatTheDigestWasMadeOf() {
        byte[] rpm = signedBy(ADA).build();
        rpm[rpm.length - 5] ^= 1;
        assertThat(verdict(rpm, ADA)).isInstanceOf(DigestMismatch.class);
    }

    @Test
    void saysThatThePayloadIsNotWhatTheMd5OfOldPackagesWasMadeOf() {
        byte[] rpm = voms().without(PAYLOAD_DIGEST).build();
        rpm[rpm.length - 5] ^= 1;
        assertThat(verdict(rpm, ADA)).isInstanceOf(DigestMismatch.class);
    }

    private static RpmBuilder voms() {
        return RpmBuilder.of("voms", "2.1.0", "1.el9").file("/etc/voms/voms.conf", "port = 15000\n");
    }

    private static RpmBuilder signedBy(TestKey key) {
        return voms().signed(SignaturePlace.OTHER_HEADER, key::sign);
    }

    private static SignatureVerdict verdict(RpmBuilder rpm, TestKey... trusted) {
        return verdict(rpm.build(), trusted);
    }

    private static SignatureVerdict verdict(byte[] rpm, TestKey... trusted) {
        return WholePackage.verdict(
                new ByteArrayInputStream(rpm), "voms.rpm", keyring(trusted), SIGNED.plusSeconds(60));
    }

    static Keyring keyring(TestKey... trusted) {
        StringBuilder all = new StringBuilder();
        for (TestKey each : trusted) {
            all.append(new String(each.publicKey(), StandardCharsets.US_ASCII));
        }
        return Keyring.of(all.toString().getBytes(StandardCharsets.US_ASCII), Path.of("keys.asc"));
    }
}
