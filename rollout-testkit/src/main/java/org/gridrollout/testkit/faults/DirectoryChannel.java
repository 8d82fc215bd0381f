package org.gridrollout.testkit.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** A directory opened for reading, as Linux allows: good for one thing, to force its names to the disk. */
final class DirectoryChannel extends FileChannel {

    private final FaultyDisk disk;
    private final DiskPath path;
    private final DirectoryNode directory;
    private final int process;

    DirectoryChannel(FaultyDisk disk, DiskPath path, DirectoryNode directory) {
        this.disk = disk;
        this.path = path;
        this.directory = directory;
        this.process = disk.processes();
    }

    @Override
    public void force(boolean metaData) throws IOException {
        synchronized (disk) {
            if (!isOpen() || process != disk.processes()) {
                throw new ClosedChannelException();
            }
            disk.step(Step.Kind.SYNC_DIRECTORY, path);
            disk.volume().sync(directory);
        }
    }

    private static IOException isDirectory() {
        return new IOException("Is a directory");
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        throw isDirectory();
    }

    @Override
    public int read(ByteBuffer into, long from) throws IOException {
        throw isDirectory();
    }

    @Override
    public long read(ByteBuffer[] into, int offset, int length) throws IOException {
        throw isDirectory();
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public int write(ByteBuffer from, long to) {
        throw new NonWritableChannelException();
    }

    @Override
    public long write(ByteBuffer[] from, int offset, int length) {
        throw new NonWritableChannelException();
    }

    @Override
    public FileChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public long position() {
        return 0;
    }

    @Override
    public FileChannel position(long to) {
        return this;
    }

    @Override
    public long size() {
        return 0;
    }

    @Override
    public long transferTo(long from, long count, WritableByteChannel target) throws IOException {
        throw isDirectory();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long to, long count) {
        throw new NonWritableChannelException();
    }

    @Override
    public MappedByteBuffer map(MapMode wanted, long from, long size) throws IOException {
        throw isDirectory();
    }

    @Override
    public FileLock lock(long from, long size, boolean shared) throws IOException {
        throw isDirectory();
    }

    @Override
    public FileLock tryLock(long from, long size, boolean shared) throws IOException {
        throw isDirectory();
    }

    @Override
    protected void implCloseChannel() {}
}
