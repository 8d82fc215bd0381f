package org.gridrollout.filesystem.openpgp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.filesystem.signature.KeyringException;
import org.gridrollout.filesystem.signature.MetadataSigner;

/** Signs with a secret key from an armored file, which stays unlocked in memory. Thread-safe. */
public final class ArmoredKeySigner implements MetadataSigner {

    private static final String SECRET = "PRIVATE KEY BLOCK";

    private final TrustedKey key;
    private final PGPPrivateKey secret;
    private final byte[] publicKey;
    private final InstantSource clock;

    private ArmoredKeySigner(TrustedKey key, PGPPrivateKey secret, byte[] publicKey, InstantSource clock) {
        this.key = key;
        this.secret = secret;
        this.publicKey = publicKey;
        this.clock = clock;
    }

    /**
     * Unlocks the newest key in a file that may sign now, as {@code gpg} would.
     *
     * @param passphrase asked once; what it gives is wiped afterwards; empty for a key that has none
     * @throws KeyringException if the file is damaged, none of its keys may sign, or the passphrase is wrong
     */
    public static ArmoredKeySigner open(Path file, Supplier<char[]> passphrase, InstantSource clock)
            throws IOException {
        PGPSecretKeyRing ring = ring(file);
        List<PGPPublicKey> publicKeys = new ArrayList<>();
        ring.getPublicKeys().forEachRemaining(publicKeys::add);
        PGPPublicKeyRing publicRing = new PGPPublicKeyRing(publicKeys);
        TrustedKey key = KeyReader.keysOf(publicRing, file).stream()
                .filter(each -> each.objection(clock.instant()).isEmpty())
                .filter(each -> {
                    PGPSecretKey mine = ring.getSecretKey(each.key().getKeyID());
                    return mine != null && !mine.isPrivateKeyEmpty();
                })
                .max(Comparator.comparing(TrustedKey::created))
                .orElseThrow(() -> new KeyringException(
                        file, "none of its keys may sign now: they have expired, were revoked or are for other uses"));
        PGPPrivateKey secret = unlock(ring.getSecretKey(key.key().getKeyID()), passphrase, file);
        return new ArmoredKeySigner(key, secret, armored(publicRing.getEncoded(true)), clock);
    }

    @Override
    public byte[] sign(byte[] content) {
        Instant now = clock.instant();
        key.objection(now).ifPresent(objection -> {
            throw new RepositoryException("the metadata's key cannot sign any more. " + objection.sentence());
        });
        try {
            PGPSignatureGenerator generator = new PGPSignatureGenerator(
                    new BcPGPContentSignerBuilder(key.key().getAlgorithm(), HashAlgorithmTags.SHA512), key.key());
            generator.init(PGPSignature.BINARY_DOCUMENT, secret);
            PGPSignatureSubpacketGenerator said = new PGPSignatureSubpacketGenerator();
            said.setIssuerFingerprint(false, key.key());
            said.setSignatureCreationTime(false, Date.from(now));
            generator.setHashedSubpackets(said.generate());
            PGPSignatureSubpacketGenerator unsaid = new PGPSignatureSubpacketGenerator();
            unsaid.setIssuerKeyID(false, key.key().getKeyID()); // all that old clients look for
            generator.setUnhashedSubpackets(unsaid.generate());
            generator.update(content);
            return armored(generator.generate().getEncoded());
        } catch (PGPException | IOException e) {
            throw new RepositoryException("signing with " + key.id() + " failed: " + e.getMessage(), e);
        }
    }

    @Override
    public Optional<byte[]> publicKey() {
        return Optional.of(publicKey.clone());
    }

    @Override
    public String toString() {
        return "ArmoredKeySigner[" + key.id() + "]"; // never the secret
    }

    private static PGPSecretKeyRing ring(Path file) throws IOException {
        if (Files.notExists(file)) {
            throw new KeyringException(file, "there is no such file");
        }
        List<byte[]> blocks = ArmoredKeys.blocks(ArmoredKeys.bounded(file), SECRET, file);
        if (blocks.size() != 1) {
            throw new KeyringException(file, "it holds " + blocks.size() + " secret keys; which one is meant?");
        }
        try {
            return new PGPSecretKeyRing(new ByteArrayInputStream(blocks.get(0)), Crypto.FINGERPRINTS);
        } catch (IOException | PGPException | RuntimeException e) { // BouncyCastle throws almost anything
            throw new KeyringException(file, "its content is damaged (" + e.getMessage() + "); export it anew", e);
        }
    }

    private static PGPPrivateKey unlock(PGPSecretKey key, Supplier<char[]> passphrase, Path file) {
        char[] secret = passphrase.get();
        if (secret == null) {
            throw new KeyringException(file, "no passphrase was given; one that is empty is for a key that has none");
        }
        try {
            return key.extractPrivateKey(
                    new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider()).build(secret));
        } catch (PGPException | RuntimeException e) {
            throw new KeyringException(file, "the passphrase does not unlock it (" + e.getMessage() + ")", e);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    private static byte[] armored(byte[] packets) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ArmoredOutputStream out =
                ArmoredOutputStream.builder().clearHeaders().enableCRC(true).build(bytes)) {
            out.write(packets);
        }
        return bytes.toByteArray();
    }
}
