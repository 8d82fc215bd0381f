package org.gridrollout.filesystem;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridrollout.filesystem.openpgp.ArmoredPublicKey;

/** The signature on a {@code repomd.xml}, and the key to check it with. */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
record SignedMetadata(byte[] signature, Optional<ArmoredPublicKey> key) {

    /** Where clients look for it. */
    List<NewFile> filesIn(Path repodata) {
        List<NewFile> files = new ArrayList<>();
        files.add(new NewFile(repodata.resolve("repomd.xml.asc"), signature));
        key.ifPresent(each -> files.add(new NewFile(repodata.resolve("repomd.xml.key"), each.bytes())));
        return files;
    }
}
