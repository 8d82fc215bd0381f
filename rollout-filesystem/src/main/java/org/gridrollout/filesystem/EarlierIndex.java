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

    private final Map<Run, Place> places;
    private final @Nullable FileChannel channel;
    private ByteBuffer piece = ByteBuffer.allocate(0);
    private byte[] bytes = {};
    private long start;

    private EarlierIndex(Map<Run, Place> places, @Nullable FileChannel channel) {
        this.places = places;
        this.channel = channel;
    }

    /** @param places of the members of that file; with none it is not opened */
    static EarlierIndex of(Path file, Map<Run, Place> places) throws IOException {
        if (places.isEmpty()) {
            return new EarlierIndex(places, null);
        }
        try {
            return new EarlierIndex(places, FileChannel.open(file, StandardOpenOption.READ));
        } catch (NoSuchFileException e) {
            return new EarlierIndex(Map.of(), null);
        }
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
        int count = 0;
        while (channel != null && count >= 0 && piece.hasRemaining()) {
            count = channel.read(piece, from + piece.position());
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
