package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridrollout.api.software.Sha256;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Packed members that this process reads again and again, one behind the other in one file: sooner read than each from a
 * file of its own. That file has no name, so it ends with the process and nobody else meets it. What is read only once is
 * not copied there. Thread-safe.
 */
final class RunPack {

    private static final Logger LOG = LoggerFactory.getLogger(RunPack.class);

    /** Those of some 200,000 packages; what comes later is read from files of its own. */
    private static final long MOST = 1L << 30;

    /** So little is not worth beginning anew. */
    private static final long FEW = 1L << 20;

    private final Path directory;
    private final Map<Sha256, Place> places = new HashMap<>();
    private @Nullable FileChannel channel;
    private long size;
    private long forgotten;

    /** @param directory where the file is made; need not exist */
    RunPack(Path directory) {
        this.directory = directory;
    }

    /** Where a run's member is; nowhere until it was read twice. */
    synchronized Optional<Place> find(Sha256 run) {
        return Optional.ofNullable(places.get(run)).filter(each -> each.length > 0);
    }

    /** Takes note that it was read; copies what is read for the second time. */
    synchronized void wasRead(Sha256 run, byte[] packed, int length) {
        Place known = places.putIfAbsent(run, Place.NOWHERE);
        if (Place.NOWHERE.equals(known) && size + length <= MOST) {
            try {
                places.put(run, append(packed, length));
            } catch (IOException e) {
                LOG.debug("Goes on without a pack in {}", directory, e);
                beginAnew();
            }
        }
    }

    /** It is not needed any more, or not as it was written. */
    synchronized void forget(Sha256 run) {
        Place gone = places.remove(run);
        forgotten += gone == null ? 0 : gone.length;
        if (forgotten > size / 2 + FEW) {
            beginAnew();
        }
    }

    private Place append(byte[] packed, int length) throws IOException {
        if (channel == null) {
            channel = unnamed();
        }
        Place place = new Place(channel, size, length);
        ByteBuffer bytes = ByteBuffer.wrap(packed, 0, length);
        while (bytes.hasRemaining()) {
            channel.write(bytes, place.offset + bytes.position());
        }
        size += length;
        return place;
    }

    private FileChannel unnamed() throws IOException {
        Files.createDirectories(directory);
        Path file = directory.resolve(UUID.randomUUID() + ".part");
        FileChannel made = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            Files.delete(file);
        } catch (IOException e) { // where an open file keeps its name there is no pack
            made.close();
            throw e;
        }
        return made;
    }

    private void beginAnew() {
        places.clear();
        size = 0;
        forgotten = 0;
        FileChannel old = channel;
        channel = null;
        if (old != null) {
            close(old);
        }
    }

    private void close(FileChannel old) {
        try {
            old.close();
        } catch (IOException e) {
            LOG.debug("Pack in {} was not closed", directory, e);
        }
    }

    /** One member's. Whoever reads there finds by its checksum whether it is what was meant, or gets an error. */
    record Place(@Nullable FileChannel channel, long offset, int length) {

        /** Read once, and not copied. */
        private static final Place NOWHERE = new Place(null, 0, 0);

        /** Reads from {@code at} within the member; how many bytes, or less than none at its end. */
        int read(ByteBuffer into, int at) throws IOException {
            return channel == null ? -1 : channel.read(into, offset + at);
        }
    }
}
