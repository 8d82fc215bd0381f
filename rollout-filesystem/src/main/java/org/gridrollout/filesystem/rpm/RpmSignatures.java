package org.gridrollout.filesystem.rpm;

import java.util.List;

/** The signatures a package carries, and the header they were made of. Immutable; keeps the header in memory. */
public final class RpmSignatures {

    private final HeaderBlob header;
    private final List<RpmSignature> all;
    private final boolean payloadDigested;

    RpmSignatures(HeaderBlob header, List<RpmSignature> all, boolean payloadDigested) {
        this.header = header;
        this.all = List.copyOf(all);
        this.payloadDigested = payloadDigested;
    }

    /** Every signature; empty if it is not signed. */
    public List<RpmSignature> all() {
        return all;
    }

    /** Whether the header states a SHA-256 of the payload, so that what covers the header covers the payload too. */
    public boolean payloadDigested() {
        return payloadDigested;
    }

    /** Hands on the main header's bytes. */
    public void writeHeader(ByteSink to) {
        header.writeTo(to);
    }
}
