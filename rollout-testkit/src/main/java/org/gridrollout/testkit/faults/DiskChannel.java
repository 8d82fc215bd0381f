package org.gridrollout.testkit.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;

/** An open file. */
final class DiskChannel extends FileChannel {

    private static final int TRANSFER = 64 * 1024;

    private final FaultyDisk disk;
    private final DiskPath path;
    private final FileNode file;
    private final OpenMode mode;
    private final int process;
    private long position;

    DiskChannel(FaultyDisk disk, DiskPath path, FileNode file, OpenMode mode) {
        this.disk = disk;
        this.path = path;
        this.file = file;
        this.mode = mode;
        this.process = disk.processes();
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        synchronized (disk) {
            int count = read(into, position);
            position += Math.max(count, 0);
            return count;
        }
    }

    @Override
    public int read(ByteBuffer into, long from) throws IOException {
        synchronized (disk) {
            requireReadable();
            return into.hasRemaining() ? file.read(into, from) : 0;
        }
    }

    @Override
    public long read(ByteBuffer[] into, int offset, int length) throws IOException {
        long total = 0;
        for (ByteBuffer each : Arrays.asList(into).subList(offset, offset + length)) {
            int count = read(each);
            if (count < 0) {
                return total == 0 ? -1 : total;
            }
            total += count;
        }
        return total;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        synchronized (disk) {
            position = mode.appends() ? file.size() : position;
            int count = write(from, position);
            position += count;
            return count;
        }
    }

    @Override
    public int write(ByteBuffer from, long to) throws IOException {
        synchronized (disk) {
            requireWritable();
            byte[] bytes = new byte[from.remaining()];
            from.get(bytes);
            Trap.Hit hit = disk.hit(Step.Kind.WRITE, path);
            if (hit != null) {
                if (hit.first()) { // a write is not atomic, whatever stops it
                    file.write(to, Arrays.copyOf(bytes, bytes.length / 2));
                }
                throw hit.exception();
            }
            file.write(to, bytes);
            if (mode.forces()) {
                force(true);
            }
            return bytes.length;
        }
    }

    @Override
    public long write(ByteBuffer[] from, int offset, int length) throws IOException {
        long total = 0;
        for (ByteBuffer each : Arrays.asList(from).subList(offset, offset + length)) {
            total += write(each);
        }
        return total;
    }

    @Override
    public long position() throws IOException {
        synchronized (disk) {
            requireUsable();
            return position;
        }
    }

    @Override
    public FileChannel position(long to) throws IOException {
        synchronized (disk) {
            requireUsable();
            position = to;
            return this;
        }
    }

    @Override
    public long size() throws IOException {
        synchronized (disk) {
            requireUsable();
            return file.size();
        }
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        synchronized (disk) {
            requireWritable();
            if (size < file.size()) {
                disk.step(Step.Kind.TRUNCATE, path);
                file.truncate(size);
            }
            position = Math.min(position, size);
            return this;
        }
    }

    @Override
    public void force(boolean metaData) throws IOException {
        synchronized (disk) {
            requireUsable();
            disk.step(Step.Kind.FORCE, path);
            file.force();
        }
    }

    @Override
    public long transferTo(long from, long count, WritableByteChannel target) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate((int) Math.min(count, TRANSFER));
        int read = read(piece, from);
        return read <= 0 ? 0 : target.write(piece.flip());
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long to, long count) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate((int) Math.min(count, TRANSFER));
        int read = source.read(piece);
        return read <= 0 ? 0 : write(piece.flip(), to);
    }

    @Override
    public MappedByteBuffer map(MapMode wanted, long from, long size) {
        throw new UnsupportedOperationException("a faulty disk cannot map files into memory");
    }

    /** Waits for nobody: whoever holds the lock is in this machine, for which the answer is an exception. */
    @Override
    public FileLock lock(long from, long size, boolean shared) throws IOException {
        return tryLock(from, size, shared);
    }

    @Override
    public FileLock tryLock(long from, long size, boolean shared) throws IOException {
        synchronized (disk) {
            if (shared) {
                requireReadable();
            } else {
                requireWritable();
            }
            return disk.locks().take(this, file, from, size, shared);
        }
    }

    @Override
    protected void implCloseChannel() {
        synchronized (disk) {
            disk.locks().releaseAllOf(this);
        }
    }

    private void requireReadable() throws ClosedChannelException {
        requireUsable();
        if (!mode.reads()) {
            throw new NonReadableChannelException();
        }
    }

    private void requireWritable() throws ClosedChannelException {
        requireUsable();
        if (!mode.writes()) {
            throw new NonWritableChannelException();
        }
    }

    private void requireUsable() throws ClosedChannelException {
        if (!isOpen() || process != disk.processes()) {
            throw new ClosedChannelException();
        }
    }
}
