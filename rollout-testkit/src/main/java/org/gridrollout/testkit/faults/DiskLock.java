package org.gridrollout.testkit.faults;

import java.nio.channels.FileLock;

/** A lock on a part of a file. */
final class DiskLock extends FileLock {

    private final FileNode file;
    private final DiskLocks locks;

    DiskLock(DiskChannel channel, FileNode file, DiskLocks locks, long position, long size, boolean shared) {
        super(channel, position, size, shared);
        this.file = file;
        this.locks = locks;
    }

    FileNode file() {
        return file;
    }

    @Override
    public boolean isValid() {
        return locks.holds(this);
    }

    @Override
    public void release() {
        locks.release(this);
    }
}
