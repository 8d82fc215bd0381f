package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridrollout.filesystem.Site.EL9;
import static org.gridrollout.filesystem.Site.adding;
import static org.gridrollout.filesystem.Site.published;
import static org.gridrollout.filesystem.Site.rpm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Stage;
import org.gridrollout.filesystem.signature.MetadataSigner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** dnf, with {@code gpgcheck=1} and {@code repo_gpgcheck=1}, on what we publish. */
@Tag("interop")
class SignedRepositoryInteropTest {

    private Gpg gpg;
    private String team;
    private String mu;
    private Path teamKey;
    private Path muKey;

    @TempDir
    Path directory;

    @BeforeEach
    void generate() {
        Tools.require("dnf", "gpg", "rpmsign", "rpmkeys");
        gpg = Gpg.open();
        team = gpg.generate("VOMS team <voms@example.org>", "rsa2048");
        mu = gpg.generate("Middleware Unit <mu@example.org>", "ed25519");
        teamKey = gpg.export(team, directory.resolve("team.asc"));
        muKey = gpg.export(mu, directory.resolve("mu.asc"));
    }

    @AfterEach
    void forget() {
        if (gpg != null) {
            gpg.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa2048", "ed25519"})
    void installsAndUpdatesWhatTrustedKeysSigned(String algorithm) throws IOException {
        String own = gpg.generate("MU with " + algorithm, algorithm);
        FilesystemRepository repository = signing(own).open();
        Path key = gpg.export(own, directory.resolve("own.asc"));
        published(repository, adding("one", taken(repository, "2.1.0")));
        Dnf dnf = Dnf.trusting(directory.resolve("client"), repository.directory(Stage.BETA, EL9), key, teamKey);
        dnf.run("install", "-y", "voms");
        published(repository, adding("two", taken(repository, "2.1.1")));
        dnf.run("upgrade", "-y", "--refresh");
        assertThat(dnf.installed()).contains("voms-2.1.1-1.el9.noarch");
    }

    @Test
    void refusesMetadataOfAForeignKey() throws IOException {
        FilesystemRepository repository = signing(mu).open();
        published(repository, adding("one", taken(repository, "2.1.0")));
        Dnf dnf = Dnf.trusting(directory.resolve("client"), repository.directory(Stage.BETA, EL9), teamKey);
        assertThat(dnf.refusal("install", "-y", "voms")).contains("GPG signature verification error");
    }

    @Test
    void refusesPackagesOfAForeignKey() throws IOException {
        FilesystemRepository repository = signing(mu).open();
        published(repository, adding("one", taken(repository, "2.1.0")));
        Dnf dnf = Dnf.trusting(directory.resolve("client"), repository.directory(Stage.BETA, EL9), muKey);
        assertThat(dnf.refusal("install", "-y", "voms")).contains("GPG check FAILED");
    }

    @Test
    void refusesMetadataThatWasTamperedWith() throws IOException {
        FilesystemRepository repository = signing(mu).open();
        published(repository, adding("one", taken(repository, "2.1.0")));
        Path tree = repository.directory(Stage.BETA, EL9);
        Path repomd = tree.resolve("repodata/repomd.xml");
        Files.writeString(repomd, Files.readString(repomd).replaceFirst("<revision>", "<revision>1"));
        Dnf dnf = Dnf.trusting(directory.resolve("client"), tree, muKey, teamKey);
        assertThat(dnf.refusal("install", "-y", "voms")).contains("GPG signature verification error");
    }

    @Test
    void installsWithTheKeyThatLiesBesideTheMetadata() throws IOException {
        FilesystemRepository repository = signing(mu).open();
        published(repository, adding("one", taken(repository, "2.1.0")));
        Path tree = repository.directory(Stage.BETA, EL9);
        Dnf dnf = Dnf.trusting(directory.resolve("client"), tree, tree.resolve("repodata/repomd.xml.key"), teamKey);
        dnf.run("install", "-y", "voms");
        assertThat(dnf.installed()).contains("voms-2.1.0-1.el9.noarch");
    }

    @Test
    void installsWhatAgentOrModuleSignedInsteadOfUs() throws IOException {
        MetadataSigner agent = content -> {
            try {
                Path file = Files.write(directory.resolve("to-sign"), content);
                return gpg.run("--armor", "--local-user", mu, "--output", "-", "--detach-sign", file.toString())
                        .getBytes(StandardCharsets.US_ASCII);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        FilesystemRepository repository = FilesystemRepository.at(directory.resolve("repository"))
                .signMetadata(agent)
                .open();
        published(repository, adding("one", taken(repository, "2.1.0")));
        Dnf dnf = Dnf.trusting(directory.resolve("client"), repository.directory(Stage.BETA, EL9), muKey, teamKey);
        assertThat(dnf.run("repoquery", "-y")).contains("voms-0:2.1.0-1.el9.noarch");
    }

    private FilesystemRepositoryBuilder signing(String fingerprint) {
        Path secret = gpg.exportSecret(fingerprint, directory.resolve("secret.asc"));
        return FilesystemRepository.at(directory.resolve("repository"))
                .keyring(teamKey)
                .signMetadata(secret, () -> new char[0]);
    }

    private PackageRef taken(FilesystemRepository repository, String version) throws IOException {
        Path file = rpm("voms", version).writeTo(directory);
        Path signed = gpg.sign(file, team, directory.resolve("signed-" + version + ".rpm"));
        try (InputStream in = Files.newInputStream(signed)) {
            return repository.intake(in, signed.toString()).ref();
        }
    }
}
