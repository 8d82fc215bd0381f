package org.gridrollout.filesystem.openpgp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.openpgp.PGPObjectFactory;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.gridrollout.filesystem.signature.KeyringException;
import org.gridrollout.filesystem.signature.SigningKey;

/** Collects the keys of files, and revocations that stand alone in files of their own. Not thread-safe. */
final class KeyReader {

    private static final String PUBLIC = "PUBLIC KEY BLOCK";

    /** What a revocation that stands alone is looked up in. */
    private record Primary(PGPPublicKey key, SelfSignatures said, List<TrustedKey> keys) {}

    private record Alone(PGPSignature revocation, Path file) {}

    private final List<Primary> primaries = new ArrayList<>();
    private final List<Alone> revocations = new ArrayList<>();

    /** @throws KeyringException if the file holds anything but public keys and revocations, whole ones */
    void read(Path file) throws IOException {
        read(ArmoredKeys.bounded(file), file);
    }

    /** @param file what to call it in messages */
    void read(byte[] content, Path file) {
        ArmoredKeys.blocks(content, PUBLIC, file).forEach(each -> readPackets(each, file));
    }

    void readPackets(byte[] block, Path file) {
        try {
            PGPObjectFactory packets = new PGPObjectFactory(new ByteArrayInputStream(block), Crypto.FINGERPRINTS);
            for (Object each = packets.nextObject(); each != null; each = packets.nextObject()) {
                add(each, file);
            }
        } catch (KeyringException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // BouncyCastle throws almost anything for what is no key
            throw new KeyringException(file, "its content is damaged (" + e.getMessage() + "); get it anew", e);
        }
    }

    /** The keys of one ring, without revocations that stand alone. */
    static List<TrustedKey> keysOf(PGPPublicKeyRing ring, Path file) {
        return primary(ring, file).keys();
    }

    private void add(Object read, Path file) {
        if (read instanceof PGPPublicKeyRing ring) {
            primaries.add(primary(ring, file));
        } else if (read instanceof PGPSignatureList signatures) {
            for (PGPSignature each : signatures) {
                if (each.getSignatureType() != PGPSignature.KEY_REVOCATION) {
                    throw new KeyringException(file, "it holds a signature without its key that revokes nothing");
                }
                revocations.add(new Alone(each, file));
            }
        } else {
            throw new KeyringException(file, "it holds something that is neither a key nor a revocation");
        }
    }

    /** Every key that was read, with the revocations that were read. */
    List<TrustedKey> keys() {
        List<TrustedKey> keys = new ArrayList<>(
                primaries.stream().flatMap(each -> each.keys().stream()).toList());
        for (Alone each : revocations) {
            boolean known = false;
            for (Primary primary : primaries) {
                Optional<Revocation> revocation = primary.said().revocation(each.revocation());
                known |= revocation.isPresent();
                revocation.ifPresent(found -> keys.replaceAll(key ->
                        primary.keys().stream().anyMatch(own -> own.id().equals(key.id()))
                                ? key.revokedBy(List.of(found))
                                : key));
            }
            if (!known) {
                throw new KeyringException(
                        each.file(),
                        "it revokes key " + Crypto.hex(each.revocation().getKeyID())
                                + ", which is not in the keyring; remove the file, or mend it if it should be");
            }
        }
        return keys;
    }

    private static Primary primary(PGPPublicKeyRing ring, Path file) {
        PGPPublicKey primary = ring.getPublicKey();
        String name = Crypto.hex(primary.getFingerprint());
        if (primary.getVersion() < 4) {
            throw new KeyringException(file, "key " + name + " is of version 3, whose name can be forged; remove it");
        }
        SelfSignatures said = new SelfSignatures(primary);
        PGPSignature description = said.ofPrimary()
                .orElseThrow(() -> new KeyringException(
                        file, "key " + name + " is not signed by itself, so it may have been changed; get it anew"));
        Optional<Instant> expires = SelfSignatures.expires(primary, description);
        TrustedKey own = new TrustedKey(
                primary,
                new SigningKey(name, said.owner()),
                description.getCreationTime().toInstant(),
                expires,
                said.revocationsOfPrimary(),
                SelfSignatures.maySign(description));
        List<TrustedKey> keys = new ArrayList<>(List.of(own));
        for (Iterator<PGPPublicKey> all = ring.getPublicKeys(); all.hasNext(); ) {
            PGPPublicKey each = all.next();
            if (each != primary && each.getVersion() >= 4) {
                said.bindingOf(each).ifPresent(binding -> keys.add(subkey(each, binding, own, said)));
            }
        }
        return new Primary(primary, said, keys);
    }

    private static TrustedKey subkey(PGPPublicKey key, PGPSignature binding, TrustedKey primary, SelfSignatures said) {
        Optional<Instant> expires = Stream.of(SelfSignatures.expires(key, binding), primary.expires())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
        List<Revocation> revocations = new ArrayList<>(primary.revocations());
        revocations.addAll(said.revocationsOf(key));
        return new TrustedKey(
                key,
                new SigningKey(Crypto.hex(key.getFingerprint()), primary.id().owner()),
                binding.getCreationTime().toInstant(),
                expires,
                revocations,
                SelfSignatures.maySign(binding) && said.agreed(key, binding));
    }
}
