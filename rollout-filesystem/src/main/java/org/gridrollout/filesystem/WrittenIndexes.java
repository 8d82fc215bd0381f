package org.gridrollout.filesystem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gridrollout.filesystem.yum.Member;

/**
 * Where the members are in the indexes that were written last, by the names of the files, which say what is in them: the
 * next index copies what stays out of one file. Forgets what was not asked for longest. Thread-safe.
 */
final class WrittenIndexes {

    /** Those of some twenty trees. */
    private static final int MOST = 64;

    private final Map<String, Map<Run, Place>> byFile =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Map<Run, Place>> eldest) {
                    return size() > MOST;
                }
            });

    void remember(String fileName, Map<Run, Place> places) {
        byFile.put(fileName, Map.copyOf(places));
    }

    void forget(String fileName) {
        byFile.remove(fileName);
    }

    /** Nothing if it is not known. */
    Map<Run, Place> places(String fileName) {
        return byFile.getOrDefault(fileName, Map.of());
    }

    /**
     * One member's.
     *
     * @param checksum a CRC-32C of the compressed bytes
     */
    record Place(long offset, int closed, int open, int checksum) {

        static Place of(long offset, Member member) {
            int checksum = PackedMember.checksum(member.bytes(), member.offset(), member.closed());
            return new Place(offset, member.closed(), member.open(), checksum);
        }

        /** Whether the bytes are those that were written there. */
        boolean isOf(byte[] bytes, int at) {
            return checksum == PackedMember.checksum(bytes, at, closed);
        }
    }
}
