package org.gridrollout.filesystem.openpgp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gridrollout.filesystem.rpm.ByteSink;
import org.gridrollout.filesystem.rpm.RpmSignature;
import org.gridrollout.filesystem.rpm.RpmSignature.Coverage;
import org.gridrollout.filesystem.rpm.RpmSignatures;
import org.gridrollout.filesystem.signature.SignatureVerdict;
import org.gridrollout.filesystem.signature.SignatureVerdict.BadSignature;
import org.gridrollout.filesystem.signature.SignatureVerdict.Good;
import org.gridrollout.filesystem.signature.SignatureVerdict.PartlySigned;
import org.gridrollout.filesystem.signature.SignatureVerdict.UnknownKey;
import org.gridrollout.filesystem.signature.SignatureVerdict.UnreadableSignature;
import org.gridrollout.filesystem.signature.SignatureVerdict.Unsigned;

/**
 * The signatures of one package being checked: is fed the payload, and then says what they are worth together. One trusted
 * signature is enough, whoever else signed it; a wrong one by a trusted key spoils them all. Not thread-safe; for one use.
 */
public final class PackageCheck implements ByteSink {

    private record Part(Coverage covers, SignatureCheck check) {}

    private final List<Part> parts = new ArrayList<>();
    private final boolean payloadDigested;

    /**
     * Starts with the header.
     *
     * @param signatures of a package whose payload's digest, if it states one, is checked by somebody else
     */
    public PackageCheck(Keyring keyring, RpmSignatures signatures) {
        this.payloadDigested = signatures.payloadDigested();
        for (RpmSignature each : signatures.all()) {
            parts.add(new Part(each.covers(), SignatureCheck.of(each.packet(), keyring)));
        }
        signatures.writeHeader(
                (bytes, offset, length) -> parts.forEach(each -> each.check().accept(bytes, offset, length)));
    }

    /** Whether the payload makes a difference; if not, it need not be fed. */
    public boolean needsPayload() {
        return parts.stream()
                .anyMatch(each -> each.covers() == Coverage.HEADER_AND_PAYLOAD && each.check() instanceof RunningCheck);
    }

    @Override
    public void accept(byte[] bytes, int offset, int length) {
        for (Part each : parts) {
            if (each.covers() == Coverage.HEADER_AND_PAYLOAD) {
                each.check().accept(bytes, offset, length);
            }
        }
    }

    /** All was fed; once. */
    public SignatureVerdict verdict(Instant now) {
        Optional<Good> whole = Optional.empty();
        Optional<Good> headerOnly = Optional.empty();
        List<SignatureVerdict> others = new ArrayList<>();
        for (Part each : parts) {
            SignatureVerdict verdict = each.check().verdict(now);
            if (!(verdict instanceof Good good)) {
                others.add(verdict);
            } else if (payloadDigested || each.covers() == Coverage.HEADER_AND_PAYLOAD) {
                whole = whole.or(() -> Optional.of(good));
            } else {
                headerOnly = headerOnly.or(() -> Optional.of(good));
            }
        }
        Optional<SignatureVerdict> wrong =
                others.stream().filter(each -> each instanceof BadSignature).findFirst();
        if (wrong.isPresent()) {
            return wrong.get();
        } else if (whole.isPresent()) {
            return whole.get();
        }
        return headerOnly
                .<SignatureVerdict>map(each -> new PartlySigned(each.key()))
                .or(() -> others.stream().max(Comparator.comparing(PackageCheck::tellsMore)))
                .orElseGet(Unsigned::new);
    }

    /** Of several, the one that knows most is told. */
    private static int tellsMore(SignatureVerdict verdict) {
        return verdict instanceof UnreadableSignature ? 0 : verdict instanceof UnknownKey ? 1 : 2;
    }
}
