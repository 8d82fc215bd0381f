package org.gridrollout.filesystem.openpgp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridrollout.filesystem.openpgp.TestKey.SIGNED;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.gridrollout.filesystem.signature.KeyringException;
import org.gridrollout.filesystem.signature.SignatureVerdict;
import org.gridrollout.filesystem.signature.SignatureVerdict.Good;
import org.gridrollout.filesystem.signature.SignatureVerdict.RevokedKey;
import org.gridrollout.filesystem.signature.SignatureVerdict.UnknownKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyringTest {

    private static final TestKey ADA = TestKey.ed25519("Ada");
    private static final TestKey BOB = TestKey.ed25519("Bob");
    private static final byte[] CONTENT = {1, 2, 3};

    private final Path directory = Jimfs.newFileSystem(Configuration.unix()).getPath("/etc/keys");
    private final Path file = directory.resolve("ada.asc");

    @BeforeEach
    void create() throws IOException {
        Files.createDirectories(directory);
    }

    @Test
    void isEveryFileOfADirectoryButHiddenAndBackupOnes() throws IOException {
        Files.write(file, ADA.publicKey());
        Files.write(directory.resolve("bob.asc~"), BOB.publicKey());
        Files.write(directory.resolve(".bob.asc"), BOB.publicKey());
        Files.createDirectories(directory.resolve("old"));
        assertThat(verdictBy(ADA)).isInstanceOf(Good.class);
        assertThat(verdictBy(BOB)).isInstanceOf(UnknownKey.class);
    }

    @Test
    void isOneFileOfAnyNumberOfKeys() throws IOException {
        String both = "# keys of the infrastructure\n" + text(ADA.publicKey()) + "\n" + text(BOB.publicKey());
        Files.writeString(file, both);
        Keyring keyring = Keyring.read(file);
        assertThat(verdict(ADA, keyring)).isInstanceOf(Good.class);
        assertThat(verdict(BOB, keyring)).isInstanceOf(Good.class);
    }

    @Test
    void takesARevocationFromAnyOfTwoCopiesOfAKey() throws IOException {
        Files.write(directory.resolve("1.asc"), ADA.publicKey());
        Files.write(
                directory.resolve("2.asc"), ADA.revoked(SIGNED, TestKey.STOLEN).publicKey());
        Files.write(directory.resolve("3.asc"), ADA.publicKey());
        assertThat(verdictBy(ADA)).isInstanceOf(RevokedKey.class);
    }

    @Test
    void takesARevocationThatStandsAlone() throws IOException {
        Files.write(file, ADA.publicKey());
        Files.write(directory.resolve("ada.rev"), ADA.revocationAlone(SIGNED, TestKey.STOLEN));
        assertThat(verdictBy(ADA)).isInstanceOf(RevokedKey.class);
    }

    @Test
    void isRefusedWithARevocationOfAKeyThatIsNotThere() throws IOException {
        Files.write(file, ADA.publicKey());
        Files.write(directory.resolve("bob.rev"), BOB.revocationAlone(SIGNED, TestKey.STOLEN));
        assertRefused("bob.rev", "not in the keyring");
    }

    @Test
    void isRefusedWithoutAnyKey() {
        assertRefused("/etc/keys", "there is no key");
    }

    @Test
    void isRefusedWithASecretKey() throws IOException {
        Files.write(file, ADA.secretKey("secret"));
        assertRefused("ada.asc", "secret keys have no place here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "\u0000\u0001\u0002", ":-----BEGIN PGP PUBLIC KEY BLOCK-----\n"})
    void isRefusedWithAFileThatHoldsNoKey(String content) throws IOException {
        Files.writeString(file, content);
        assertRefused("ada.asc", "holds no armored PUBLIC KEY BLOCK");
    }

    @Test
    void isRefusedWithAFileThatIsTooLarge() throws IOException {
        Files.write(file, new byte[(1 << 20) + 1]);
        assertRefused("ada.asc", "larger than");
    }

    @Test
    void isRefusedWithAKeyThatDoesNotSpeakForItself() {
        byte[] packets =
                ArmoredKeys.blocks(ADA.publicKey(), "PUBLIC KEY BLOCK", file).get(0);
        for (int at = packets.length - 30; at < packets.length; at++) { // within the self-signature's last number
            byte[] changed = packets.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> new KeyReader().readPackets(changed, file))
                    .isInstanceOf(KeyringException.class)
                    .hasMessageContaining("ada.asc");
        }
    }

    @Test
    void isRefusedWithAFileCutShortAnywhere() throws IOException {
        byte[] whole = ADA.publicKey();
        int last = text(whole).lastIndexOf("-----") + "-----".length();
        for (int length = 0; length < last; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Keyring.read(directory))
                    .as("%d bytes", length)
                    .isInstanceOf(KeyringException.class)
                    .hasMessageContaining("ada.asc");
        }
    }

    @Test
    void withAnyBitFlippedIsReadOrRefused() throws IOException {
        byte[] whole =
                ADA.withSigningSubkey(true).revoked(SIGNED, TestKey.REPLACED).publicKey();
        byte[] packets = ArmoredKeys.blocks(whole, "PUBLIC KEY BLOCK", file).get(0);
        int refused = 0;
        for (int at = 0; at < packets.length * 8; at++) {
            byte[] changed = packets.clone();
            changed[at / 8] ^= (byte) (1 << at % 8);
            try {
                KeyReader reader = new KeyReader();
                reader.readPackets(changed, file);
                reader.keys();
            } catch (KeyringException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(packets.length); // anything else thrown fails the test
    }

    @Test
    void isReadAgainWhenAFileChangesAndNotBefore() throws IOException {
        Files.write(file, ADA.publicKey());
        WatchedKeyring watched = WatchedKeyring.open(directory);
        Keyring first = watched.current();
        assertThat(watched.current()).isSameAs(first);
        Files.write(directory.resolve("bob.asc"), BOB.publicKey());
        assertThat(verdict(BOB, watched.current())).isInstanceOf(Good.class);
        Files.delete(file);
        assertThat(verdict(ADA, watched.current())).isInstanceOf(UnknownKey.class);
    }

    @Test
    void isNotUsedAsItWasWhenAFileIsDamaged() throws IOException {
        Files.write(file, ADA.publicKey());
        WatchedKeyring watched = WatchedKeyring.open(directory);
        Files.writeString(directory.resolve("bob.asc"), "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmDMEaVW5");
        assertThatThrownBy(watched::current)
                .isInstanceOf(KeyringException.class)
                .hasMessageContaining("bob.asc");
        Files.delete(directory.resolve("bob.asc"));
        assertThat(verdict(ADA, watched.current())).isInstanceOf(Good.class);
    }

    private void assertRefused(String where, String why) {
        assertThatThrownBy(() -> Keyring.read(directory))
                .isInstanceOf(KeyringException.class)
                .hasMessageContaining(where)
                .hasMessageContaining(why);
    }

    private SignatureVerdict verdictBy(TestKey key) throws IOException {
        return verdict(key, Keyring.read(directory));
    }

    private static SignatureVerdict verdict(TestKey key, Keyring keyring) {
        SignatureCheck check = SignatureCheck.of(key.sign(CONTENT), keyring);
        check.accept(CONTENT, 0, CONTENT.length);
        return check.verdict(SIGNED);
    }

    private static String text(byte[] armored) {
        return new String(armored, StandardCharsets.US_ASCII);
    }
}
