package org.gridrollout.filesystem.openpgp;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.bcpg.sig.RevocationReason;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;

/** What a primary key signed about itself, its user IDs and its subkeys; only what holds counts. */
final class SelfSignatures {

    private final PGPPublicKey primary;

    SelfSignatures(PGPPublicKey primary) {
        this.primary = primary;
    }

    /** An assertion that a primary key made. */
    @FunctionalInterface
    private interface Assertion {
        boolean holds(PGPSignature signature) throws PGPException;
    }

    /** The newest that describes the primary key; empty if nothing does, so that nobody stands behind it. */
    Optional<PGPSignature> ofPrimary() {
        List<PGPSignature> all = new ArrayList<>(holding(
                primary.getSignaturesOfType(PGPSignature.DIRECT_KEY), each -> each.verifyCertification(primary)));
        userIds().forEach(each -> all.addAll(certificationsOf(each)));
        return newest(all.stream());
    }

    /** The newest that binds a subkey, with the subkey's consent if it is to sign. */
    Optional<PGPSignature> bindingOf(PGPPublicKey subkey) {
        return newest(holding(
                subkey.getSignaturesOfType(PGPSignature.SUBKEY_BINDING),
                each -> each.verifyCertification(primary, subkey))
                .stream());
    }

    List<Revocation> revocationsOfPrimary() {
        return revocations(holding(
                primary.getSignaturesOfType(PGPSignature.KEY_REVOCATION), each -> each.verifyCertification(primary)));
    }

    List<Revocation> revocationsOf(PGPPublicKey subkey) {
        return revocations(holding(
                subkey.getSignaturesOfType(PGPSignature.SUBKEY_REVOCATION),
                each -> each.verifyCertification(primary, subkey)));
    }

    /** One that stands alone, as key holders keep it for bad times; empty if it is not this key's. */
    Optional<Revocation> revocation(PGPSignature alone) {
        return revocations(holding(List.of(alone).iterator(), each -> each.verifyCertification(primary))).stream()
                .findFirst();
    }

    /** The user ID to call the key by; empty if it has none. */
    String owner() {
        Comparator<PGPSignature> byClaimThenAge = Comparator.comparing(
                        (PGPSignature each) -> each.getHashedSubPackets().isPrimaryUserID())
                .thenComparing(PGPSignature::getCreationTime);
        return userIds()
                .filter(each -> !certificationsOf(each).isEmpty())
                .max(Comparator.comparing(
                        each -> newest(certificationsOf(each).stream()).orElseThrow(), byClaimThenAge))
                .map(each -> new String(each, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", "?"))
                .orElse("");
    }

    /** When the key that was described so expires, if ever. */
    static Optional<Instant> expires(PGPPublicKey key, PGPSignature description) {
        long seconds = description.getHashedSubPackets().getKeyExpirationTime();
        return seconds == 0
                ? Optional.empty()
                : Optional.of(key.getCreationTime().toInstant().plusSeconds(seconds));
    }

    /** Whether the key that was described so may sign; one of before key flags may. */
    static boolean maySign(PGPSignature description) {
        PGPSignatureSubpacketVector said = description.getHashedSubPackets();
        return !said.hasSubpacket(SignatureSubpacketTags.KEY_FLAGS) || (said.getKeyFlags() & KeyFlags.SIGN_DATA) != 0;
    }

    /** Whether a subkey agreed to sign for the primary key: else anybody's key could be claimed as a subkey. */
    boolean agreed(PGPPublicKey subkey, PGPSignature binding) {
        try {
            for (PGPSignatureSubpacketVector each :
                    List.of(binding.getHashedSubPackets(), binding.getUnhashedSubPackets())) {
                PGPSignatureList embedded = each.getEmbeddedSignatures();
                for (PGPSignature consent : embedded) {
                    if (consent.getSignatureType() == PGPSignature.PRIMARYKEY_BINDING
                            && holds(consent, subkey, signature -> signature.verifyCertification(primary, subkey))) {
                        return true;
                    }
                }
            }
        } catch (PGPException | RuntimeException e) {
            return false; // what is not a signature agrees to nothing
        }
        return false;
    }

    private Stream<byte[]> userIds() {
        List<byte[]> ids = new ArrayList<>();
        primary.getRawUserIDs().forEachRemaining(ids::add);
        return ids.stream();
    }

    /** Those that hold, if the newest word on that user ID is not that it is revoked. */
    private List<PGPSignature> certificationsOf(byte[] userId) {
        List<PGPSignature> all =
                holding(primary.getSignaturesForID(userId), each -> each.verifyCertification(userId, primary));
        boolean revoked = newest(all.stream())
                .filter(each -> each.getSignatureType() == PGPSignature.CERTIFICATION_REVOCATION)
                .isPresent();
        return revoked
                ? List.of()
                : all.stream().filter(PGPSignature::isCertification).toList();
    }

    private List<PGPSignature> holding(Iterator<PGPSignature> signatures, Assertion assertion) {
        List<PGPSignature> holding = new ArrayList<>();
        while (signatures != null && signatures.hasNext()) {
            PGPSignature each = signatures.next();
            boolean own = each.getKeyID() == primary.getKeyID() || each.getKeyID() == 0;
            if (own && each.getVersion() >= 4 && holds(each, primary, assertion)) {
                holding.add(each);
            }
        }
        return holding;
    }

    private static boolean holds(PGPSignature signature, PGPPublicKey by, Assertion assertion) {
        try {
            signature.init(Crypto.VERIFIERS, by);
            return assertion.holds(signature);
        } catch (PGPException | RuntimeException e) {
            return false; // BouncyCastle throws almost anything for what is no signature
        }
    }

    private static Optional<PGPSignature> newest(Stream<PGPSignature> signatures) {
        return signatures.max(Comparator.comparing(PGPSignature::getCreationTime));
    }

    private static List<Revocation> revocations(List<PGPSignature> signatures) {
        return signatures.stream()
                .map(each -> {
                    RevocationReason reason = each.getHashedSubPackets().getRevocationReason();
                    return new Revocation(
                            each.getCreationTime().toInstant(),
                            each.isHardRevocation(),
                            reason == null ? "" : reason.getRevocationDescription());
                })
                .toList();
    }
}
