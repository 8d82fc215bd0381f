package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridrollout.filesystem.Site.EL9;
import static org.gridrollout.filesystem.Site.adding;
import static org.gridrollout.filesystem.Site.offered;
import static org.gridrollout.filesystem.Site.publish;
import static org.gridrollout.filesystem.Site.published;
import static org.gridrollout.filesystem.Site.taken;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.gridrollout.api.publication.PublicationResult.Published;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.filesystem.openpgp.ArmoredPublicKey;
import org.gridrollout.filesystem.openpgp.ArmoredSignature;
import org.gridrollout.filesystem.openpgp.TestKey;
import org.gridrollout.filesystem.signature.KeyringException;
import org.gridrollout.filesystem.signature.MetadataSigner;
import org.gridrollout.filesystem.upkeep.Damage;
import org.gridrollout.filesystem.upkeep.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose metadata it is. */
class MetadataSigningTest {

    private static final TestKey MU = TestKey.ed25519("Middleware Unit <mu@example.org>");
    private static final Instant NOW = Instant.parse("2026-03-10T08:00:00Z");

    private final Path top = Jimfs.newFileSystem(Configuration.unix()).getPath("/srv");
    private final Path secret = top.resolve("mu.secret.asc");

    @BeforeEach
    void keepASecret() throws IOException {
        Files.createDirectories(top);
        Files.write(secret, MU.secretKey("correct horse"));
    }

    @Test
    void isSignedInEveryGeneration() {
        FilesystemRepository repository = signing();
        for (int i = 1; i <= 3; i++) {
            published(repository, adding("change-" + i, taken(repository, "voms", "2." + i)));
            assertThat(problem(repodata(repository), MU)).isEmpty();
        }
        assertThat(repository.current(Stage.BETA, EL9).number()).isEqualTo(3);
    }

    @Test
    void isNotLeftUnsignedByWhoeverForgotTheKey() {
        published(signing(), adding("one", taken(signing(), "voms", "1")));
        FilesystemRepository forgetful = at().open();
        PackageRef fts = taken(forgetful, "fts", "1");
        assertThatThrownBy(() -> publish(forgetful, adding("two", fts)))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("signed metadata")
                .hasMessageContaining("leaveMetadataUnsigned");
        assertThat(problem(repodata(forgetful), MU)).isEmpty();
        published(signing(), adding("two", fts));
    }

    @Test
    void isLeftUnsignedWhereThatIsMeantAndMissedByWhoeverSigns() {
        published(signing(), adding("one", taken(signing(), "voms", "1")));
        FilesystemRepository unsigned = at().leaveMetadataUnsigned().open();
        published(unsigned, adding("two", taken(unsigned, "fts", "1")));
        assertThat(Files.exists(repodata(unsigned).resolve("repomd.xml.asc"))).isFalse();
        assertThat(unsigned.verify(Progress.UNWATCHED).isWhole()).isTrue();

        assertThat(signing().verify(Progress.UNWATCHED).damage())
                .extracting(Damage::kind)
                .containsExactly(Damage.Kind.SIGNATURE_WRONG);
        assertThat(signing().repair(Progress.UNWATCHED).remaining()).isEmpty();
        assertThat(problem(repodata(unsigned), MU)).isEmpty();
    }

    @Test
    void isNotMadeAnewWithoutItsSignature() throws IOException {
        published(signing(), adding("one", taken(signing(), "voms", "1")));
        Files.write(repodata(signing()).resolveSibling(".generations/1/repomd.xml"), new byte[] {1});
        assertThat(at().open().repair(Progress.UNWATCHED).remaining())
                .extracting(Damage::kind)
                .containsExactly(Damage.Kind.REPOMD_WRONG);
        assertThat(signing().repair(Progress.UNWATCHED).remaining()).isEmpty();
        assertThat(problem(repodata(signing()), MU)).isEmpty();
    }

    @Test
    void needsAPassphrase() {
        FilesystemRepositoryBuilder repository = at().signMetadata(secret, () -> null);
        assertThatThrownBy(repository::open)
                .isInstanceOf(KeyringException.class)
                .hasMessageContaining("no passphrase was given");
    }

    @Test
    void needsAKeyThatIsThere() {
        FilesystemRepositoryBuilder repository = at().signMetadata(top.resolve("none.asc"), () -> new char[0]);
        assertThatThrownBy(repository::open)
                .isInstanceOf(KeyringException.class)
                .hasMessageContaining("none.asc")
                .hasMessageContaining("no such file");
    }

    @Test
    void liesInTheGenerationThatItSigns() {
        FilesystemRepository repository = signing();
        published(repository, adding("one", taken(repository, "voms", "1")));
        published(repository, adding("two", taken(repository, "fts", "1")));
        Path first = repository.directory(Stage.BETA, EL9).resolve(".generations/1");
        assertThat(problem(first, MU)).isEmpty();
        assertThat(first.resolve("repomd.xml.asc")).isRegularFile();
    }

    @Test
    void bringsTheKeyToCheckItWith() {
        FilesystemRepository repository = signing();
        published(repository, adding("one", taken(repository, "voms", "1")));
        Path repodata = repodata(repository);
        assertThat(problem(repodata, ServedTree.read(repodata.resolve("repomd.xml.key"))))
                .isEmpty();
    }

    @Test
    void isByTheNewestSubkeyThatSigns() throws IOException {
        TestKey withSubkey = MU.forCertifyingOnly().withSigningSubkey(true);
        Files.write(secret, withSubkey.secretKey("correct horse"));
        FilesystemRepository repository = signing();
        published(repository, adding("one", taken(repository, "voms", "1")));
        assertThat(problem(repodata(repository), withSubkey)).isEmpty();
    }

    @Test
    void thatCannotBeSignedIsNotPublishedUntilItCan() {
        AtomicBoolean works = new AtomicBoolean(true);
        FilesystemRepository repository = at().signMetadata(content -> {
                    if (!works.get()) {
                        throw new IllegalStateException("the module is unplugged");
                    }
                    return signature(content);
                })
                .open();
        PackageRef voms = taken(repository, "voms", "1");
        PackageRef fts = taken(repository, "fts", "1");
        published(repository, adding("one", voms));
        byte[] before = ServedTree.read(repodata(repository).resolve("repomd.xml"));

        works.set(false);
        assertThatThrownBy(() -> publish(repository, adding("two", fts)))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("the module is unplugged")
                .hasMessageContaining("served on");
        assertThat(offered(repository)).containsExactly(voms);
        assertThat(repodata(repository).resolve("repomd.xml")).hasBinaryContent(before);

        works.set(true);
        assertThat(publish(repository, adding("two", fts))).isEqualTo(new Published(2));
        assertThat(ServedTree.wholePackages(repository.directory(Stage.BETA, EL9)))
                .hasSize(2);
    }

    @Test
    void fitsWhatIsServedWhereverAPublicationIsCutOff() {
        boolean done = false;
        int step = 0;
        for (; !done; step++) {
            Trap trap = new Trap();
            FilesystemRepository repository = FilesystemRepository.at(top.resolve("cut-off-" + step))
                    .durability(Durability.UNSYNCED)
                    .clock(() -> NOW)
                    .steps(trap)
                    .signMetadata(content -> signature(content))
                    .open();
            published(repository, adding("one", taken(repository, "voms", "1")));
            PackageRef fts = taken(repository, "fts", "1");
            trap.stopAfter(step);
            try {
                done = publish(repository, adding("two", fts)) instanceof Published;
            } catch (RepositoryException e) {
                assertThat(e).hasMessageContaining("two");
            }
            trap.release();
            assertThat(problem(repodata(repository), MU)).as("step %d", step).isEmpty();
        }
        assertThat(step).isGreaterThan(15);
    }

    @Test
    void isNotPublishedWithASignatureThatIsNone() {
        assertNotPublished(
                content -> "signed, honestly".getBytes(StandardCharsets.US_ASCII), "no whole armored signature");
        assertNotPublished(content -> Arrays.copyOf(signature(content), 100), "no whole armored signature");
    }

    @Test
    void isNotPublishedWithASignatureThatItsOwnKeyDoesNotVerify() {
        MetadataSigner confused = new MetadataSigner() {
            @Override
            public byte[] sign(byte[] content) {
                return signature(new byte[] {1});
            }

            @Override
            public Optional<byte[]> publicKey() {
                return Optional.of(MU.publicKey());
            }
        };
        assertNotPublished(confused, "it was made of something else");
    }

    @Test
    void isByAnotherKeyAsSoonAsTheSignerTakesOne() {
        TestKey next = TestKey.ed25519("The next one <mu@example.org>");
        AtomicReference<TestKey> taken = new AtomicReference<>(MU);
        FilesystemRepository repository = at().signMetadata(new MetadataSigner() {
                    @Override
                    public byte[] sign(byte[] content) {
                        return TestKey.armoredSignature(taken.get().sign(content));
                    }

                    @Override
                    public Optional<byte[]> publicKey() {
                        return Optional.of(taken.get().publicKey());
                    }
                })
                .open();
        published(repository, adding("one", taken(repository, "voms", "1")));
        assertThat(problem(repodata(repository), MU)).isEmpty();
        taken.set(next);
        published(repository, adding("two", taken(repository, "fts", "1")));
        assertThat(problem(repodata(repository), next)).isEmpty();
        assertThat(repodata(repository).resolve("repomd.xml.key")).hasBinaryContent(next.publicKey());
    }

    @Test
    void needsTheRightPassphrase() {
        FilesystemRepositoryBuilder repository = at().signMetadata(secret, "wrong"::toCharArray);
        assertThatThrownBy(repository::open)
                .isInstanceOf(KeyringException.class)
                .hasMessageContaining("/srv/mu.secret.asc")
                .hasMessageContaining("passphrase")
                .hasMessageNotContaining("wrong ");
    }

    @Test
    void wipesThePassphrase() {
        char[] passphrase = "correct horse".toCharArray();
        at().signMetadata(secret, () -> passphrase).open();
        assertThat(passphrase).containsOnly('\0');
    }

    @Test
    void needsASecretKeyThatMaySignNow() throws IOException {
        for (TestKey unfit : new TestKey[] {MU.expiring(NOW), MU.forCertifyingOnly()}) {
            Files.write(secret, unfit.secretKey("correct horse"));
            FilesystemRepositoryBuilder repository = at().signMetadata(secret, "correct horse"::toCharArray);
            assertThatThrownBy(repository::open)
                    .isInstanceOf(KeyringException.class)
                    .hasMessageContaining("none of its keys may sign now");
        }
        Files.write(secret, MU.publicKey());
        assertThatThrownBy(() ->
                        at().signMetadata(secret, "correct horse"::toCharArray).open())
                .isInstanceOf(KeyringException.class)
                .hasMessageContaining("PRIVATE KEY BLOCK");
    }

    @Test
    void isNotSignedWithAKeyThatExpiresMeanwhile() throws IOException {
        Files.write(secret, MU.expiring(NOW.plusSeconds(60)).secretKey("correct horse"));
        Instant[] now = {NOW};
        FilesystemRepository repository = FilesystemRepository.at(top.resolve("repository"))
                .durability(Durability.UNSYNCED)
                .clock(() -> now[0])
                .signMetadata(secret, "correct horse"::toCharArray)
                .open();
        published(repository, adding("one", taken(repository, "voms", "1")));
        now[0] = NOW.plusSeconds(60);
        assertThatThrownBy(() -> publish(repository, adding("two", taken(repository, "voms", "2"))))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("expired");
        assertThat(problem(repodata(repository), MU)).isEmpty();
    }

    private void assertNotPublished(MetadataSigner signer, String why) {
        FilesystemRepository repository = at().signMetadata(signer).open();
        assertThatThrownBy(() -> publish(repository, adding("one", taken(repository, "voms", "1"))))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining(why);
        assertThat(offered(repository)).isEmpty();
    }

    private FilesystemRepositoryBuilder at() {
        return FilesystemRepository.at(top.resolve("repository"))
                .durability(Durability.UNSYNCED)
                .clock(() -> NOW);
    }

    private FilesystemRepository signing() {
        return at().signMetadata(secret, "correct horse"::toCharArray).open();
    }

    private static byte[] signature(byte[] content) {
        return TestKey.armoredSignature(MU.sign(content));
    }

    private static Path repodata(FilesystemRepository repository) {
        return repository.directory(Stage.BETA, EL9).resolve("repodata");
    }

    private static Optional<String> problem(Path repodata, TestKey by) {
        return problem(repodata, by.publicKey());
    }

    private static Optional<String> problem(Path repodata, byte[] key) {
        return ArmoredSignature.problem(
                ServedTree.read(repodata.resolve("repomd.xml.asc")),
                ServedTree.read(repodata.resolve("repomd.xml")),
                Optional.of(new ArmoredPublicKey(key)),
                NOW);
    }
}
