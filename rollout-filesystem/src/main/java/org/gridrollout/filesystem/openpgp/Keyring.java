package org.gridrollout.filesystem.openpgp;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.bcpg.SignaturePacket;
import org.bouncycastle.bcpg.sig.IssuerFingerprint;
import org.bouncycastle.openpgp.PGPSignature;
import org.gridrollout.filesystem.signature.KeyringException;

/** The keys that are trusted to sign packages, as the files were when they were read. Immutable and thread-safe. */
public final class Keyring {

    private static final int MOST_FILES = 1_000;

    private final Map<String, TrustedKey> byFingerprint = new LinkedHashMap<>();

    private Keyring(List<TrustedKey> keys) {
        keys.forEach(each -> byFingerprint.merge(each.id().fingerprint(), each, TrustedKey::merge));
    }

    /**
     * Reads one file of armored keys, or every file of a directory but hidden ones and those whose names end with
     * {@code ~}. A file may hold any number of keys; a revocation may have a file of its own.
     *
     * @throws KeyringException if a file is damaged, or there is no key at all
     */
    public static Keyring read(Path path) throws IOException {
        KeyReader reader = new KeyReader();
        for (Path each : files(path)) {
            reader.read(each);
        }
        Keyring keyring = new Keyring(reader.keys());
        if (keyring.byFingerprint.isEmpty()) {
            throw new KeyringException(path, "there is no key; export one into it with 'gpg --armor --export'");
        }
        return keyring;
    }

    /** The keys in one armored text. */
    static Keyring of(byte[] armored, Path name) {
        KeyReader reader = new KeyReader();
        reader.read(armored, name);
        return new Keyring(reader.keys());
    }

    /** The files of a keyring, in their names' order. */
    static List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path, Keyring::counts)) {
            entries.forEach(files::add);
        }
        if (files.size() > MOST_FILES) {
            throw new KeyringException(path, "there are more than " + MOST_FILES + " files");
        }
        files.sort(null);
        return files;
    }

    private static boolean counts(Path file) {
        String name = String.valueOf(file.getFileName());
        return !name.startsWith(".") && !name.endsWith("~") && !Files.isDirectory(file);
    }

    /** The key a signature says it is by: by its fingerprint if the signature is sure of that, else by its key id. */
    Optional<TrustedKey> signerOf(PGPSignature signature) {
        Optional<String> fingerprint = fingerprint(signature);
        return fingerprint.isPresent()
                ? Optional.ofNullable(byFingerprint.get(fingerprint.get()))
                : byFingerprint.values().stream()
                        .filter(each -> each.key().getKeyID() == signature.getKeyID())
                        .findFirst();
    }

    /** The name a signature gives to its key. */
    static String signerName(PGPSignature signature) {
        return fingerprint(signature).orElseGet(() -> Crypto.hex(signature.getKeyID()));
    }

    private static Optional<String> fingerprint(PGPSignature signature) {
        if (signature.getVersion() < SignaturePacket.VERSION_4) {
            return Optional.empty(); // has no subpackets
        }
        IssuerFingerprint issuer = signature.getHashedSubPackets().getIssuerFingerprint();
        return Optional.ofNullable(issuer).map(each -> Crypto.hex(each.getFingerprint()));
    }
}
