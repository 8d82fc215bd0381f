package org.gridrollout.filesystem.openpgp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import org.bouncycastle.bcpg.BCPGInputStream;
import org.bouncycastle.bcpg.PacketTags;
import org.bouncycastle.bcpg.SignaturePacket;
import org.bouncycastle.bcpg.SignatureSubpacket;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.bcpg.sig.IssuerFingerprint;
import org.bouncycastle.bcpg.sig.IssuerKeyID;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;

/**
 * One signature packet on bytes, read strictly: everything in it is signed, or is checked against what is. So no bit of it
 * can be changed unnoticed, although OpenPGP leaves some unsigned.
 */
final class DetachedSignature {

    /** RSA-4096 with all that gpg adds takes less than 1 KiB; SLH-DSA would take 50. */
    private static final int LARGEST = 64 * 1024;

    private static final Set<Integer> UNDERSTOOD = Set.of(
            SignatureSubpacketTags.CREATION_TIME,
            SignatureSubpacketTags.EXPIRE_TIME,
            SignatureSubpacketTags.ISSUER_KEY_ID,
            SignatureSubpacketTags.ISSUER_FINGERPRINT,
            SignatureSubpacketTags.SIGNER_USER_ID,
            SignatureSubpacketTags.POLICY_URL);

    private final SignaturePacket packet;
    private final PGPSignature signature;

    private DetachedSignature(SignaturePacket packet, PGPSignature signature) {
        this.packet = packet;
        this.signature = signature;
    }

    static DetachedSignature read(byte[] bytes) throws MalformedSignatureException {
        if (bytes.length > LARGEST) {
            throw new MalformedSignatureException("it has " + bytes.length + " bytes, more than " + LARGEST);
        }
        try {
            PGPSignature signature = parse(bytes);
            SignaturePacket packet =
                    (SignaturePacket) new BCPGInputStream(new ByteArrayInputStream(bytes)).readPacket();
            if (signature.getSignatureType() != PGPSignature.BINARY_DOCUMENT) {
                throw new MalformedSignatureException("it is not a signature on a file");
            }
            DetachedSignature read = new DetachedSignature(packet, signature);
            read.requireSubpackets();
            return read;
        } catch (IOException | PGPException | RuntimeException e) { // BouncyCastle throws almost anything
            throw new MalformedSignatureException("it is no OpenPGP signature (" + e.getMessage() + ")");
        }
    }

    private static PGPSignature parse(byte[] bytes) throws IOException, PGPException, MalformedSignatureException {
        BCPGInputStream in = new BCPGInputStream(new ByteArrayInputStream(bytes));
        if (in.nextPacketTag() != PacketTags.SIGNATURE) {
            throw new MalformedSignatureException("it is no OpenPGP signature");
        }
        PGPSignature signature = new PGPSignature(in);
        if (in.read() >= 0) {
            throw new MalformedSignatureException("something follows it");
        }
        if (!body(signature.getEncoded()).equals(body(bytes))) {
            throw new MalformedSignatureException("it is written in a way nobody writes one");
        }
        return signature;
    }

    /** A packet without its head, which says its length and must be right about it (RFC 9580, 4.2). */
    private static ByteBuffer body(byte[] packet) throws MalformedSignatureException {
        ByteBuffer bytes = ByteBuffer.wrap(packet);
        int tag = bytes.get();
        long length = (tag & 0x40) != 0 ? newLength(bytes) : oldLength(bytes, tag & 3);
        if (length != bytes.remaining()) {
            throw new MalformedSignatureException("it says it has " + length + " bytes");
        }
        return bytes.slice();
    }

    private static long newLength(ByteBuffer bytes) {
        int first = bytes.get() & 0xFF;
        if (first < 192) {
            return first;
        } else if (first < 224) {
            return ((first - 192L) << 8) + (bytes.get() & 0xFF) + 192;
        }
        return first == 255 ? bytes.getInt() & 0xFFFF_FFFFL : -1; // nobody writes a signature in parts
    }

    private static long oldLength(ByteBuffer bytes, int kind) {
        return switch (kind) {
            case 0 -> bytes.get() & 0xFF;
            case 1 -> bytes.getShort() & 0xFFFF;
            case 2 -> bytes.getInt() & 0xFFFF_FFFFL;
            default -> -1; // up to the end, wherever that is
        };
    }

    private void requireSubpackets() throws MalformedSignatureException {
        if (signature.getVersion() < SignaturePacket.VERSION_4) {
            return; // has none
        }
        for (SignatureSubpacket each : packet.getHashedSubPackets()) {
            if (each.isCritical() && !UNDERSTOOD.contains(each.getType())) {
                throw new MalformedSignatureException("it asks for something unknown, subpacket " + each.getType());
            }
        }
        for (SignatureSubpacket each : packet.getUnhashedSubPackets()) {
            boolean issuer = each instanceof IssuerKeyID || each instanceof IssuerFingerprint;
            if (!issuer || each.isCritical()) {
                throw new MalformedSignatureException("part of it is not signed, subpacket " + each.getType());
            }
        }
    }

    PGPSignature signature() {
        return signature;
    }

    /** Whether all it says of its key is true of that one. */
    boolean names(PGPPublicKey key) {
        if (signature.getVersion() < SignaturePacket.VERSION_4) {
            return signature.getKeyID() == key.getKeyID();
        }
        return Arrays.stream(packet.getHashedSubPackets()).allMatch(each -> fits(each, key))
                && Arrays.stream(packet.getUnhashedSubPackets()).allMatch(each -> fits(each, key));
    }

    private static boolean fits(SignatureSubpacket said, PGPPublicKey key) {
        if (said instanceof IssuerKeyID issuer) {
            return issuer.getKeyID() == key.getKeyID();
        } else if (said instanceof IssuerFingerprint issuer) {
            return issuer.getKeyVersion() == key.getVersion()
                    && Arrays.equals(issuer.getFingerprint(), key.getFingerprint());
        }
        return true;
    }

    /** The first bytes of the digest it was made of, in hexadecimal digits; they are not signed. */
    String digestPrefix() {
        return HexFormat.of().formatHex(packet.getFingerPrint());
    }

    /** What version 6 hashes before anything else; empty in others. */
    byte[] salt() {
        byte[] salt = packet.getSalt();
        return salt == null ? new byte[0] : salt;
    }
}
