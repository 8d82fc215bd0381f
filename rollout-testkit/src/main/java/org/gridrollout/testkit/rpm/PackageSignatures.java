package org.gridrollout.testkit.rpm;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Who is to sign a package, and where. Not thread-safe. */
final class PackageSignatures {

    private record Signer(SignaturePlace place, UnaryOperator<byte[]> sign) {}

    private final List<Signer> signers = new ArrayList<>();

    void add(SignaturePlace place, UnaryOperator<byte[]> sign) {
        signers.add(new Signer(place, sign));
    }

    /** Has them sign, and puts what they give into a signature header. */
    void put(Map<Integer, TagValue> tags, byte[] header, byte[] payload) {
        List<String> inBase64 = new ArrayList<>();
        for (Signer each : signers) {
            byte[] content = each.place().coversPayload() ? joined(header, payload) : header.clone();
            byte[] signature = each.sign().apply(content);
            if (each.place() == SignaturePlace.OPENPGP) {
                inBase64.add(Base64.getEncoder().encodeToString(signature));
            } else {
                tags.put(each.place().tag(), TagValue.binary(signature));
            }
        }
        if (!inBase64.isEmpty()) {
            tags.put(SignaturePlace.OPENPGP.tag(), TagValue.texts(inBase64));
        }
    }

    private static byte[] joined(byte[] header, byte[] payload) {
        return ByteBuffer.allocate(header.length + payload.length)
                .put(header)
                .put(payload)
                .array();
    }
}
