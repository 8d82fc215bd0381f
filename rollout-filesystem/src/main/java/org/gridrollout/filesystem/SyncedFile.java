package org.gridrollout.filesystem;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gridrollout.filesystem.Aside.Step;

/**
 * A new file that is put on the disk once it is closed, and if it is large also as it grows, so that its last sync finds
 * little left to do. For one thread at a time.
 */
final class SyncedFile extends FilterOutputStream {

    /** The disk takes that in some milliseconds. */
    static final long STRIDE = 4 << 20;

    private final FileChannel channel;
    private final Step sync;
    private final Beginning beginning;
    private final long stride;
    private final AtomicBoolean syncing = new AtomicBoolean();
    private long unsynced;
    private boolean closed;

    /** @param stride after how many bytes another sync is begun, unless the one before is still under way */
    SyncedFile(FileChannel channel, Step sync, Beginning beginning, long stride) {
        super(Channels.newOutputStream(channel));
        this.channel = channel;
        this.sync = sync;
        this.beginning = beginning;
        this.stride = stride;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        unsynced += length;
        if (unsynced >= stride && !syncing.getAndSet(true)) {
            unsynced = 0;
            beginning.begin(this::syncAsItGrows);
        }
    }

    private void syncAsItGrows() throws IOException {
        try {
            sync.take();
        } catch (ClosedChannelException e) {
            // the last sync came before, or fails by the same
        } finally {
            syncing.set(false);
        }
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        boolean begun = false;
        try {
            beginning.begin(() -> {
                try (channel) {
                    sync.take();
                }
            });
            begun = true;
        } finally {
            if (!begun) {
                channel.close();
            }
        }
    }

    /** Has a sync done now, or soon. */
    @FunctionalInterface
    interface Beginning {
        void begin(Step sync) throws IOException;
    }
}
