package org.gridrollout.core.memory;

import com.google.common.hash.Hashing;
import org.gridrollout.api.software.Sha256;

/** SHA-256 of bytes at hand. */
final class Digest {

    /** Of no bytes at all. */
    static final Sha256 NOTHING = of(new byte[0]);

    private Digest() {}

    static Sha256 of(byte[] content) {
        return new Sha256(Hashing.sha256().hashBytes(content).toString());
    }
}
