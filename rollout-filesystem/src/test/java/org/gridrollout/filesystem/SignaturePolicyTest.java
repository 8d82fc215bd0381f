package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridrollout.filesystem.Site.EL9;
import static org.gridrollout.filesystem.Site.rpm;
import static org.gridrollout.filesystem.Site.taken;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.publication.PublicationResult;
import org.gridrollout.api.publication.PublicationResult.Published;
import org.gridrollout.api.publication.PublicationResult.Refused;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Signature;
import org.gridrollout.api.software.Signature.Trust;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.api.software.Stage;
import org.gridrollout.filesystem.openpgp.TestKey;
import org.gridrollout.filesystem.signature.KeyringException;
import org.gridrollout.filesystem.signature.SignaturePolicy;
import org.gridrollout.filesystem.signature.SignatureVerdict.DigestMismatch;
import org.gridrollout.filesystem.signature.SignatureVerdict.RevokedKey;
import org.gridrollout.filesystem.upkeep.ImportReport;
import org.gridrollout.filesystem.upkeep.OnRefusal;
import org.gridrollout.filesystem.upkeep.Progress;
import org.gridrollout.testkit.rpm.RpmBuilder;
import org.gridrollout.testkit.rpm.SignaturePlace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a stage asks of packages' signatures. */
class SignaturePolicyTest {

    private static final TestKey ADA = TestKey.ed25519("Ada");
    private static final TestKey BOB = TestKey.ed25519("Bob");

    /** RPMTAG_PAYLOADDIGEST, which packages of before rpm 4.14 do not have. */
    private static final int PAYLOAD_DIGEST = 5092;

    private final Path top = Jimfs.newFileSystem(Configuration.unix()).getPath("/srv");
    private final Path keys = top.resolve("keys");

    @BeforeEach
    void trustAda() throws IOException {
        Files.createDirectories(keys);
        Files.write(keys.resolve("ada.asc"), ADA.publicKey());
    }

    @Test
    void isNothingWithoutAKeyring() {
        FilesystemRepository repository = at().open();
        SoftwarePackage voms = intake(repository, rpm("voms", "1"));
        assertThat(voms.signature()).isEmpty();
        assertThat(repository.signature(voms.sha256())).isEmpty();
        assertThat(publish(repository, Stage.PRODUCTION, voms.ref())).isEqualTo(new Published(1));
    }

    @Test
    void isATrustedSignatureWithAKeyring() {
        FilesystemRepository repository = trusting().open();
        PackageRef signed = taken(repository, signed(ADA, "voms"));
        PackageRef unsigned = taken(repository, rpm("fts", "1"));
        PackageRef strange = taken(repository, signed(BOB, "dcache"));
        for (Stage stage : Stage.values()) {
            assertThat(publish(repository, stage, signed, unsigned, strange))
                    .isEqualTo(new Refused(List.of(
                            "Package fts-1-1.el9.noarch is not signed by a trusted key, which " + stage.path()
                                    + " requires. It is not signed.",
                            "Package dcache-1-1.el9.noarch is not signed by a trusted key, which " + stage.path()
                                    + " requires. It is signed by key " + BOB.fingerprint()
                                    + ", which is not in the keyring.")));
            assertThat(publish(repository, stage, signed)).isEqualTo(new Published(1));
        }
    }

    @Test
    void maySpeakForTheWholePackageAsThoseOfRpm3Do() {
        FilesystemRepository repository = trusting().open();
        RpmBuilder old = rpm("voms", "1").without(PAYLOAD_DIGEST).signed(SignaturePlace.OTHER_WHOLE, ADA::sign);
        assertThat(publish(repository, Stage.PRODUCTION, taken(repository, old)))
                .isEqualTo(new Published(1));
    }

    @Test
    void isAskedOfEachPackageOfAnImport() throws IOException {
        Path mirror = Files.createDirectories(top.resolve("mirror"));
        Files.write(mirror.resolve("voms.rpm"), signed(ADA, "voms").build());
        Path unsigned = Files.write(mirror.resolve("fts.rpm"), rpm("fts", "1").build());
        FilesystemRepository repository = trusting().open();
        ImportReport report =
                repository.importFrom(mirror, Stage.PRODUCTION, EL9, OnRefusal.PUBLISH_THE_OTHERS, Progress.UNWATCHED);
        assertThat(report.result()).contains(new Published(1));
        assertThat(report.taken()).extracting(PackageRef::component).containsExactly("voms");
        assertThat(report.refused())
                .containsExactly(new ImportReport.Refused(
                        unsigned,
                        "Package fts-1-1.el9.noarch is not signed by a trusted key, which production requires."
                                + " It is not signed."));
    }

    @Test
    void leavesTheNameOfWhatItRefusesToTheNextFileOfAnImport() throws IOException {
        Path mirror = Files.createDirectories(top.resolve("mirror"));
        Files.write(mirror.resolve("a.rpm"), rpm("voms", "1").build());
        Files.write(mirror.resolve("b.rpm"), signed(ADA, "voms").build());
        ImportReport report = trusting()
                .open()
                .importFrom(mirror, Stage.PRODUCTION, EL9, OnRefusal.PUBLISH_THE_OTHERS, Progress.UNWATCHED);
        assertThat(report.refused()).extracting(ImportReport.Refused::file).containsExactly(mirror.resolve("a.rpm"));
        assertThat(report.result()).contains(new Published(1));
    }

    @Test
    void mayBeAWarningInOneStageOnly() {
        FilesystemRepository repository =
                trusting().signatures(Stage.BETA, SignaturePolicy.WARN).open();
        SoftwarePackage unsigned = intake(repository, rpm("fts", "1"));
        assertThat(unsigned.signature()).hasValueSatisfying(signature -> {
            assertThat(signature.trust()).isEqualTo(Trust.UNTRUSTED);
            assertThat(signature.required()).containsExactly(Stage.PRODUCTION);
        });
        assertThat(publish(repository, Stage.BETA, unsigned.ref())).isInstanceOf(Published.class);
        assertThat(publish(repository, Stage.PRODUCTION, unsigned.ref())).isInstanceOf(Refused.class);
    }

    @Test
    void mayBeNothingInSpiteOfAKeyring() {
        FilesystemRepository repository =
                trusting().signatures(Stage.BETA, SignaturePolicy.IGNORE).open();
        assertThat(publish(repository, Stage.BETA, taken(repository, rpm("fts", "1"))))
                .isInstanceOf(Published.class);
    }

    @Test
    void cannotBeKeptWithoutAKeyring() {
        FilesystemRepositoryBuilder repository = at().signatures(Stage.BETA, SignaturePolicy.WARN);
        assertThatThrownBy(repository::open)
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("keyring");
    }

    @Test
    void isToldWhenAPackageIsTakenInAndWheneverItIsAskedFor() {
        FilesystemRepository repository = trusting().open();
        SoftwarePackage voms = intake(repository, signed(ADA, "voms"));
        assertThat(voms.signature().map(Signature::trust)).contains(Trust.TRUSTED);
        assertThat(voms.signature().orElseThrow().sentence()).startsWith("Signed on 2026-02-01 by Ada");
        assertThat(repository.describe(voms.sha256())).contains(voms);
        assertThat(trusting().open().signature(voms.sha256())).isEqualTo(voms.signature());
    }

    @Test
    void goesByTheKeysAsTheyAreWhenItIsPublished() throws IOException {
        FilesystemRepository repository = trusting().open();
        PackageRef first = taken(repository, signed(ADA, "voms"));
        PackageRef second = taken(repository, signed(ADA, "fts"));
        assertThat(publish(repository, Stage.PRODUCTION, first)).isInstanceOf(Published.class);

        Files.write(keys.resolve("ada.rev"), ADA.revocationAlone(TestKey.SIGNED, TestKey.STOLEN));
        assertThat(publish(repository, Stage.PRODUCTION, second))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reasons().get(0)).contains("revoked on 2026-02-01 (so it is)"));
        assertThat(repository.signature(first.sha256()).map(Signature::trust)).contains(Trust.UNTRUSTED);
        assertThat(repository.signatureVerdict(first.sha256()).orElseThrow()).isInstanceOf(RevokedKey.class);
        assertThat(repository.current(Stage.PRODUCTION, EL9).packages()).containsExactly(first);
    }

    @Test
    void doesNotConcernWhatClientsHaveAlready() throws IOException {
        FilesystemRepository repository = trusting().open();
        PackageRef voms = taken(repository, signed(ADA, "voms"));
        publish(repository, Stage.PRODUCTION, voms);
        Files.write(keys.resolve("ada.rev"), ADA.revocationAlone(TestKey.SIGNED, TestKey.STOLEN));
        Files.write(keys.resolve("bob.asc"), BOB.publicKey());
        PackageRef fts = taken(repository, signed(BOB, "fts"));
        assertThat(publish(repository, Stage.PRODUCTION, voms, fts)).isInstanceOf(Published.class);
    }

    @Test
    void anAddedKeyIsTrustedWithoutOpeningAnew() throws IOException {
        FilesystemRepository repository = trusting().open();
        PackageRef voms = taken(repository, signed(BOB, "voms"));
        assertThat(publish(repository, Stage.BETA, voms)).isInstanceOf(Refused.class);
        Files.write(keys.resolve("bob.asc"), BOB.publicKey());
        assertThat(publish(repository, Stage.BETA, voms)).isInstanceOf(Published.class);
    }

    @Test
    void holdsEverythingWhileAKeyFileIsDamagedAndServesOn() throws IOException {
        FilesystemRepository repository = trusting().open();
        PackageRef voms = taken(repository, signed(ADA, "voms"));
        PackageRef fts = taken(repository, signed(ADA, "fts"));
        publish(repository, Stage.BETA, voms);
        Files.writeString(keys.resolve("bob.asc"), "-----BEGIN PGP PUBLIC KEY BLOCK-----\n");
        assertThatThrownBy(() -> publish(repository, Stage.BETA, fts))
                .isInstanceOf(KeyringException.class)
                .hasMessageContaining("bob.asc");
        assertThat(repository.current(Stage.BETA, EL9).packages()).containsExactly(voms);
    }

    @Test
    void needsItsKeysToOpen() throws IOException {
        Files.delete(keys.resolve("ada.asc"));
        assertThatThrownBy(trusting()::open)
                .isInstanceOf(KeyringException.class)
                .hasMessageContaining("/srv/keys");
        assertThatThrownBy(at().keyring(top.resolve("nowhere"))::open)
                .isInstanceOf(KeyringException.class)
                .hasMessageContaining("/srv/nowhere");
    }

    @Test
    void canBeLookedAtBeforeTakingIn() {
        FilesystemRepository repository = trusting().open();
        byte[] file = signed(ADA, "voms").build();
        file[file.length - 5] ^= 1;
        assertThat(repository.signatureVerdict(new ByteArrayInputStream(file), "voms.rpm"))
                .hasValueSatisfying(verdict -> assertThat(verdict).isInstanceOf(DigestMismatch.class));
    }

    private FilesystemRepositoryBuilder at() {
        return FilesystemRepository.at(top.resolve("repository")).durability(Durability.UNSYNCED);
    }

    private FilesystemRepositoryBuilder trusting() {
        return at().keyring(keys);
    }

    private static RpmBuilder signed(TestKey key, String name) {
        return rpm(name, "1").signed(SignaturePlace.OTHER_HEADER, key::sign);
    }

    private static SoftwarePackage intake(FilesystemRepository repository, RpmBuilder rpm) {
        return repository.intake(new ByteArrayInputStream(rpm.build()), rpm.fileName());
    }

    private static PublicationResult publish(FilesystemRepository repository, Stage stage, PackageRef... add) {
        long now = repository.current(stage, EL9).number();
        ChangeSetId id = ChangeSetId.of("change-" + stage.path() + "-" + now + "-" + add[add.length - 1].component());
        return repository.publish(new ChangeSet(id, stage, EL9, List.of(add), List.of()), now);
    }
}
