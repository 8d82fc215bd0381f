package org.gridrollout.filesystem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** A real gpg with a home of its own, which it takes away with its agent. Its path is short: sockets' are limited. */
final class Gpg implements AutoCloseable {

    private final Path home;

    private Gpg(Path home) {
        this.home = home;
    }

    static Gpg open() {
        try {
            return new Gpg(Files.createTempDirectory(
                    Path.of("/tmp"),
                    "gr",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new key without a passphrase, as if made at the beginning of 2026; its fingerprint. */
    String generate(String owner, String algorithm) {
        run("--faked-system-time", "20260101T000000", "--quick-generate-key", owner, algorithm, "sign", "never");
        return run("--with-colons", "--list-keys", "=" + owner)
                .lines()
                .filter(each -> each.startsWith("fpr:"))
                .map(each -> each.split(":", -1)[9])
                .findFirst()
                .orElseThrow();
    }

    /** Writes a public key. */
    Path export(String fingerprint, Path to) {
        run("--armor", "--yes", "--output", to.toString(), "--export", fingerprint);
        return to;
    }

    /** Writes a secret key. */
    Path exportSecret(String fingerprint, Path to) {
        run("--armor", "--yes", "--output", to.toString(), "--export-secret-keys", fingerprint);
        return to;
    }

    /** Lets a key end on that day, as decided the day after it was made. */
    void expire(String fingerprint, String day) {
        run("--faked-system-time", "20260102T000000", "--quick-set-expire", fingerprint, day);
    }

    /** Revokes a key with what gpg laid aside for that when it was made. */
    void revoke(String fingerprint) {
        try {
            Path ready = home.resolve("openpgp-revocs.d").resolve(fingerprint + ".rev");
            Path armed = home.resolve("armed.rev");
            Files.writeString(armed, Files.readString(ready).replace(":-----BEGIN", "-----BEGIN"));
            run("--import", armed.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy of a package, signed by {@code rpmsign}. */
    Path sign(Path rpm, String fingerprint, Path to, String... options) {
        try {
            Files.copy(rpm, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> command = new ArrayList<>(List.of(
                "rpmsign",
                "--define",
                "__gpg /usr/bin/gpg",
                "--define",
                "_gpg_path " + home,
                "--define",
                "_gpg_name " + fingerprint));
        command.addAll(List.of(options));
        command.addAll(List.of("--addsign", to.toString()));
        Tools.run(command.toArray(String[]::new));
        return to;
    }

    String run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                "gpg", "--homedir", home.toString(), "--batch", "--pinentry-mode", "loopback", "--passphrase", ""));
        command.addAll(List.of(arguments));
        return Tools.run(command.toArray(String[]::new));
    }

    @Override
    public void close() {
        Tools.run("gpgconf", "--homedir", home.toString(), "--kill", "all");
        try {
            new Disk(Durability.UNSYNCED, Steps.UNWATCHED).deleteTree(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
