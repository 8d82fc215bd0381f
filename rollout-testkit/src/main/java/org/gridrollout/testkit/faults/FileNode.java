package org.gridrollout.testkit.faults;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A file: its content as a process sees it, as it was when last forced, and what was done to it since. */
final class FileNode extends Node {

    private static final int PIECE = 512;

    private Content content = new Content();
    private Content forced = new Content();
    private final List<Edit> since = new ArrayList<>();

    @Override
    long size() {
        return content.size();
    }

    int read(ByteBuffer into, long position) {
        return content.read(into, position);
    }

    void write(long position, byte[] bytes) {
        for (int from = 0; from < bytes.length; from += PIECE) {
            byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PIECE));
            edit(new Edit(position + from, piece, false));
        }
    }

    void truncate(long size) {
        edit(new Edit(size, new byte[0], true));
    }

    void force() {
        forced = content.copy();
        since.clear();
    }

    /** Back to what is on the disk, but for those edits since that {@code survives} says yes to. */
    void forget(BooleanSupplier survives) {
        content = forced;
        for (Edit each : since) {
            if (survives.getAsBoolean()) {
                content.apply(each);
            }
        }
        force();
    }

    @Override
    Node copyOf(Map<Node, Node> copies) {
        FileNode copy = new FileNode();
        copies.put(this, copy);
        copy.content = content.copy();
        copy.forced = forced.copy();
        copy.since.addAll(since);
        return copy;
    }

    private void edit(Edit edit) {
        content.apply(edit);
        since.add(edit);
        touch();
    }

    /** Bytes written at a position; or, if {@code cuts}, everything from there on taken away. */
    private static final class Edit {

        private final long position;
        private final byte[] bytes;
        private final boolean cuts;

        Edit(long position, byte[] bytes, boolean cuts) {
            this.position = position;
            this.bytes = bytes;
            this.cuts = cuts;
        }
    }

    private static final class Content {

        private byte[] bytes = new byte[0];
        private int size;

        int size() {
            return size;
        }

        int read(ByteBuffer into, long position) {
            if (position >= size) {
                return -1;
            }
            int count = (int) Math.min(into.remaining(), size - position);
            into.put(bytes, (int) position, count);
            return count;
        }

        void apply(Edit edit) {
            int at = Math.toIntExact(edit.position);
            if (edit.cuts) {
                if (at < size) {
                    Arrays.fill(bytes, at, size, (byte) 0);
                    size = at;
                }
                return;
            }
            int end = Math.addExact(at, edit.bytes.length);
            if (end > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(end, 2 * bytes.length));
            }
            System.arraycopy(edit.bytes, 0, bytes, at, edit.bytes.length);
            size = Math.max(size, end);
        }

        Content copy() {
            Content copy = new Content();
            copy.bytes = Arrays.copyOf(bytes, size);
            copy.size = size;
            return copy;
        }
    }
}
