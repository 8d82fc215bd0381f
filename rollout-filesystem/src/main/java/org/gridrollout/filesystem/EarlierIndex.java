package org.gridrollout.filesystem;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import org.gridrollout.filesystem.WrittenIndexes.Place;
import org.gridrollout.filesystem.yum.Member;
import org.jspecify.annotations.Nullable;

/**
 * Reads members out of an index, in its order: one file, in pieces of some members each, where each member has a file of its
 * own otherwise. Finds only what is still as it was written. Not thread-safe.
 */
final class EarlierIndex implements Closeable {

    private static final int PIECE = 256 * 1024;

    private final Path file;
    private final Map<Run, Place> places;
    private @Nullable FileChannel channel;
    private ByteBuffer piece = ByteBuffer.allocate(0);
    private byte[] bytes = {};
    private long start;

    /** @param places of the members of that file, which is opened when the first of them is looked for */
    EarlierIndex(Path file, Map<Run, Place> places) {
        this.file = file;
        this.places = places;
    }

    /** A run's member without its open bytes, if it is there; valid until the next is looked for. */
    Optional<Member> find(Run run) throws IOException {
        Place place = places.get(run);
        if (place == null || !isRead(place)) {
            return Optional.empty();
        }
        int at = (int) (place.offset() - start);
        return place.isOf(bytes, at)
                ? Optional.of(new Member(bytes, at, place.closed(), place.open()))
                : Optional.empty();
    }

    private boolean isRead(Place place) throws IOException {
        long end = place.offset() + place.closed();
        if (place.offset() < start || end > start + piece.position()) {
            read(place.offset(), place.closed());
        }
        return end <= start + piece.position();
    }

    private void read(long from, int atLeast) throws IOException {
        if (piece.capacity() < Math.max(PIECE, atLeast)) {
            piece = ByteBuffer.allocate(Math.max(PIECE, atLeast));
            bytes = piece.array();
        }
        start = from;
        piece.clear();
        try {
            FileChannel opened = channel == null ? FileChannel.open(file, StandardOpenOption.READ) : channel;
            channel = opened;
            int count = 0;
            while (count >= 0 && piece.hasRemaining()) {
                count = opened.read(piece, from + piece.position());
            }
        } catch (NoSuchFileException e) {
            // then none of its members is there
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
