package org.gridrollout.testkit.faults;

import java.nio.channels.OverlappingFileLockException;
import java.util.ArrayList;
import java.util.List;

/** The locks held on one disk. As the default provider's, they are the whole virtual machine's. */
final class DiskLocks {

    private final List<DiskLock> held = new ArrayList<>();

    /** @throws OverlappingFileLockException if this machine has one on that part already */
    DiskLock take(DiskChannel channel, FileNode file, long position, long size, boolean shared) {
        for (DiskLock each : held) {
            if (each.file().equals(file) && each.overlaps(position, size)) {
                throw new OverlappingFileLockException();
            }
        }
        DiskLock lock = new DiskLock(channel, file, this, position, size, shared);
        held.add(lock);
        return lock;
    }

    boolean holds(DiskLock lock) {
        return held.contains(lock);
    }

    void release(DiskLock lock) {
        held.remove(lock);
    }

    void releaseAllOf(DiskChannel channel) {
        held.removeIf(each -> channel.equals(each.acquiredBy()));
    }

    void clear() {
        held.clear();
    }
}
