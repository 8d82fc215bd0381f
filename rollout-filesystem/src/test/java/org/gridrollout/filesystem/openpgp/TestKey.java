package org.gridrollout.filesystem.openpgp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.nist.NISTNamedCurves;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.generators.Ed25519KeyPairGenerator;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.Ed25519KeyGenerationParameters;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;

/** Somebody's key as a test wants it, made in memory. Immutable: each change gives another view of the same key. */
public final class TestKey {

    public static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");
    public static final Instant SIGNED = Instant.parse("2026-02-01T00:00:00Z");

    /** Revocation reasons of RFC 9580, 5.2.3.31. */
    public static final int NO_REASON = 0;

    public static final int REPLACED = 1;
    public static final int STOLEN = 2;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final PGPKeyPair pair;
    private final String owner;
    private final int flags;
    private final Duration lifetime;
    private final List<PGPSignature> revocations;
    private final List<Subkey> subkeys;

    private record Subkey(PGPKeyPair pair, int flags, boolean consents) {}

    private TestKey(
            PGPKeyPair pair,
            String owner,
            int flags,
            Duration lifetime,
            List<PGPSignature> revocations,
            List<Subkey> subkeys) {
        this.pair = pair;
        this.owner = owner;
        this.flags = flags;
        this.lifetime = lifetime;
        this.revocations = revocations;
        this.subkeys = subkeys;
    }

    public static TestKey ed25519(String owner) {
        return of(edPair(), owner);
    }

    public static TestKey rsa(int bits, String owner) {
        RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
        generator.init(new RSAKeyGenerationParameters(BigInteger.valueOf(65_537), RANDOM, bits, 80));
        return of(pair(PublicKeyAlgorithmTags.RSA_GENERAL, generator.generateKeyPair()), owner);
    }

    /** On the curve P-256. */
    public static TestKey ecdsa(String owner) {
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        ECNamedDomainParameters curve =
                new ECNamedDomainParameters(SECObjectIdentifiers.secp256r1, NISTNamedCurves.getByName("P-256"));
        generator.init(new ECKeyGenerationParameters(curve, RANDOM));
        return of(pair(PublicKeyAlgorithmTags.ECDSA, generator.generateKeyPair()), owner);
    }

    private static TestKey of(PGPKeyPair pair, String owner) {
        int flags = KeyFlags.SIGN_DATA | KeyFlags.CERTIFY_OTHER;
        return new TestKey(pair, owner, flags, Duration.ZERO, List.of(), List.of());
    }

    private static PGPKeyPair edPair() {
        Ed25519KeyPairGenerator generator = new Ed25519KeyPairGenerator();
        generator.init(new Ed25519KeyGenerationParameters(RANDOM));
        return pair(PublicKeyAlgorithmTags.EDDSA_LEGACY, generator.generateKeyPair());
    }

    private static PGPKeyPair pair(int algorithm, AsymmetricCipherKeyPair keys) {
        try {
            return new BcPGPKeyPair(PublicKeyPacket.VERSION_4, algorithm, keys, Date.from(CREATED));
        } catch (PGPException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same key, whose owner lets it end then. */
    public TestKey expiring(Instant end) {
        return new TestKey(pair, owner, flags, Duration.between(CREATED, end), revocations, subkeys);
    }

    /** The same key, made for other uses only. */
    public TestKey forCertifyingOnly() {
        return new TestKey(pair, owner, KeyFlags.CERTIFY_OTHER, lifetime, revocations, subkeys);
    }

    /** The same key, revoked by its owner. */
    public TestKey revoked(Instant at, int reason) {
        List<PGPSignature> more = new ArrayList<>(revocations);
        more.add(revocation(at, reason));
        return new TestKey(pair, owner, flags, lifetime, more, subkeys);
    }

    /** The same key with a subkey that signs; if it does not consent, it may be anybody's. */
    public TestKey withSigningSubkey(boolean consents) {
        List<Subkey> more = new ArrayList<>(subkeys);
        more.add(new Subkey(edPair(), KeyFlags.SIGN_DATA, consents));
        return new TestKey(pair, owner, flags, lifetime, revocations, more);
    }

    public String fingerprint() {
        return Crypto.hex(pair.getPublicKey().getFingerprint());
    }

    /** A signature packet on that content, made by the primary key at {@link #SIGNED}. */
    public byte[] sign(byte[] content) {
        return sign(pair, content, HashAlgorithmTags.SHA256, SIGNED);
    }

    public byte[] sign(byte[] content, Instant at) {
        return sign(pair, content, HashAlgorithmTags.SHA256, at);
    }

    public byte[] signWithSha1(byte[] content) {
        return sign(pair, content, HashAlgorithmTags.SHA1, SIGNED);
    }

    /** The same by its newest subkey. */
    public byte[] signWithSubkey(byte[] content) {
        return sign(subkeys.get(subkeys.size() - 1).pair(), content, HashAlgorithmTags.SHA256, SIGNED);
    }

    private static byte[] sign(PGPKeyPair by, byte[] content, int hash, Instant at) {
        return attempt(() -> {
            PGPSignatureGenerator generator = generator(by, hash);
            generator.init(PGPSignature.BINARY_DOCUMENT, by.getPrivateKey());
            PGPSignatureSubpacketGenerator said = said(at);
            said.setIssuerFingerprint(false, by.getPublicKey());
            generator.setHashedSubpackets(said.generate());
            PGPSignatureSubpacketGenerator unsaid = new PGPSignatureSubpacketGenerator();
            unsaid.setIssuerKeyID(false, by.getKeyID()); // where gpg puts it
            generator.setUnhashedSubpackets(unsaid.generate());
            generator.update(content);
            return generator.generate().getEncoded();
        });
    }

    /** What its owner gives to others. */
    public byte[] publicKey() {
        return attempt(() -> {
            PGPPublicKeyRing ring = ring(new char[0]).toCertificate();
            PGPPublicKey primary = ring.getPublicKey();
            for (PGPSignature each : revocations) {
                primary = PGPPublicKey.addCertification(primary, each);
            }
            return armored(PGPPublicKeyRing.insertPublicKey(ring, primary).getEncoded());
        });
    }

    /** What its owner gives to nobody. */
    public byte[] secretKey(String passphrase) {
        return attempt(() -> armored(ring(passphrase.toCharArray()).getEncoded()));
    }

    /** A revocation as a file of its own. */
    public byte[] revocationAlone(Instant at, int reason) {
        return attempt(() -> new String(armored(revocation(at, reason).getEncoded()), "US-ASCII")
                .replace("PGP SIGNATURE", "PGP PUBLIC KEY BLOCK") // as gpg does
                .getBytes("US-ASCII"));
    }

    private PGPSignature revocation(Instant at, int reason) {
        return attempt(() -> {
            PGPSignatureGenerator generator = generator(pair, HashAlgorithmTags.SHA256);
            generator.init(PGPSignature.KEY_REVOCATION, pair.getPrivateKey());
            PGPSignatureSubpacketGenerator said = said(at);
            said.setIssuerFingerprint(false, pair.getPublicKey());
            said.setRevocationReason(false, (byte) reason, "so it is");
            generator.setHashedSubpackets(said.generate());
            return generator.generateCertification(pair.getPublicKey());
        });
    }

    private PGPSecretKeyRing ring(char[] passphrase) throws PGPException {
        PGPSignatureSubpacketGenerator said = said(CREATED);
        said.setKeyFlags(false, flags);
        if (!lifetime.isZero()) {
            said.setKeyExpirationTime(false, lifetime.toSeconds());
        }
        BcPGPDigestCalculatorProvider digests = new BcPGPDigestCalculatorProvider();
        PGPKeyRingGenerator generator = new PGPKeyRingGenerator(
                PGPSignature.POSITIVE_CERTIFICATION,
                pair,
                owner,
                digests.get(HashAlgorithmTags.SHA1),
                said.generate(),
                null,
                signer(pair),
                passphrase.length == 0
                        ? null
                        : new BcPBESecretKeyEncryptorBuilder(
                                        SymmetricKeyAlgorithmTags.AES_128, digests.get(HashAlgorithmTags.SHA256))
                                .build(passphrase));
        for (Subkey each : subkeys) {
            PGPSignatureSubpacketGenerator binding = said(CREATED);
            binding.setKeyFlags(false, each.flags());
            if (each.consents()) {
                generator.addSubKey(each.pair(), binding.generate(), null, signer(each.pair()));
            } else {
                generator.addSubKey(each.pair(), binding.generate(), null);
            }
        }
        return generator.generateSecretKeyRing();
    }

    private static PGPSignatureSubpacketGenerator said(Instant at) {
        PGPSignatureSubpacketGenerator said = new PGPSignatureSubpacketGenerator();
        said.setSignatureCreationTime(false, Date.from(at));
        return said;
    }

    private static PGPSignatureGenerator generator(PGPKeyPair by, int hash) {
        return new PGPSignatureGenerator(
                new BcPGPContentSignerBuilder(by.getPublicKey().getAlgorithm(), hash), by.getPublicKey());
    }

    private static BcPGPContentSignerBuilder signer(PGPKeyPair by) {
        return new BcPGPContentSignerBuilder(by.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA256);
    }

    /** A signature packet as a file of its own. */
    public static byte[] armoredSignature(byte[] packet) {
        return attempt(() -> armored(packet));
    }

    private static byte[] armored(byte[] packets) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ArmoredOutputStream out =
                ArmoredOutputStream.builder().clearHeaders().build(bytes)) {
            out.write(packets);
        }
        return bytes.toByteArray();
    }

    private interface Making<T> {
        T make() throws IOException, PGPException;
    }

    private static <T> T attempt(Making<T> making) {
        try {
            return making.make();
        } catch (IOException | PGPException e) {
            throw new IllegalStateException(e);
        }
    }
}
