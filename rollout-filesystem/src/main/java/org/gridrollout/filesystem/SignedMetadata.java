package org.gridrollout.filesystem;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gridrollout.filesystem.openpgp.ArmoredPublicKey;

/** The signature on a {@code repomd.xml}, and the key to check it with. */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
record SignedMetadata(byte[] signature, Optional<ArmoredPublicKey> key) {

    /** By the names that clients know. */
    Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(Repodata.SIGNATURE, signature);
        key.ifPresent(each -> files.put(Repodata.KEY, each.bytes()));
        return files;
    }
}
