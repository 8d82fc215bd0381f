package org.gridrollout.filesystem.yum;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gridrollout.api.software.Sha256;

/** An index written before, as a source of members that need not be compressed again. */
public final class PreviousIndex {

    private final byte[] bytes;
    private final Map<Sha256, Member> members = new HashMap<>();

    private PreviousIndex(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Nothing to copy from. */
    public static PreviousIndex none() {
        return new PreviousIndex(new byte[0]);
    }

    /** That file's members, none if the bytes are not what was written. */
    public static PreviousIndex of(IndexFile file, byte[] bytes) {
        if (!Digests.of(bytes).equals(file.checksum())) {
            return none();
        }
        PreviousIndex previous = new PreviousIndex(bytes);
        file.members().forEach(each -> previous.members.put(each.key(), each));
        return previous;
    }

    Optional<Member> find(Sha256 key) {
        return Optional.ofNullable(members.get(key))
                .filter(each ->
                        each.offset() >= 0 && each.length() > 0 && each.offset() + each.length() <= bytes.length);
    }

    byte[] bytes() {
        return bytes;
    }
}
