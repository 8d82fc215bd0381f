package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.gridrollout.filesystem.yum.IndexKind;
import org.gridrollout.filesystem.yum.Member;

/** Reads the members of one index one after the other into the same memory. Not thread-safe. */
final class RunReader {

    private static final int PIECE = 64 * 1024;

    /** Most members' compressed bytes. */
    private static final int FIRST = 24 * 1024;

    private final RunCache runs;
    private final IndexKind kind;
    private final boolean opened;
    private final ByteBuffer piece = ByteBuffer.allocateDirect(PIECE); // what the JDK reads into faster than an array
    private byte[] buffer = {};

    /** @param opened whether the open bytes are needed; without, a member has them only by chance */
    RunReader(RunCache runs, IndexKind kind, boolean opened) {
        this.runs = runs;
        this.kind = kind;
        this.opened = opened;
    }

    /** A run's member, made if it is not kept; valid until the next is read, and not to be changed. */
    Member read(Run run) throws IOException {
        Optional<Member> kept = find(run);
        if (kept.isPresent()) {
            if (opened) {
                runs.memory().wasRead(run.key(), kind, kept.get());
            }
            return kept.get();
        }
        buffer = runs.make(run, kind);
        return unpack(run, buffer.length).orElseThrow();
    }

    /** A run's member if it is kept; valid until the next is read, and not to be changed. */
    Optional<Member> find(Run run) throws IOException {
        Optional<Member> known = opened ? runs.memory().find(run.key(), kind) : Optional.empty();
        if (known.isPresent()) {
            return known;
        }
        return unpack(run, load(runs.file(run, kind)));
    }

    private Optional<Member> unpack(Run run, int length) {
        return PackedMember.unpack(buffer, length, run.key(), kind, opened);
    }

    /** How many bytes were there to read; none if there is no such file. */
    private int load(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            int size = Math.toIntExact(Math.min(channel.size(), Integer.MAX_VALUE / 2));
            int length = fill(channel, 0, opened ? size : Math.min(size, FIRST));
            boolean more = !opened && length >= PackedMember.HEAD;
            return more ? fill(channel, length, (int) Math.min(size, PackedMember.closedEnd(buffer))) : length;
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    private int fill(FileChannel channel, int from, int to) throws IOException {
        if (to > buffer.length) {
            byte[] larger = new byte[to + to / 4];
            System.arraycopy(buffer, 0, larger, 0, from);
            buffer = larger;
        }
        int length = from;
        while (length < to) {
            piece.clear().limit(Math.min(PIECE, to - length));
            int count = channel.read(piece, length);
            if (count < 0) {
                break;
            }
            piece.flip().get(buffer, length, count);
            length += count;
        }
        return length;
    }
}
