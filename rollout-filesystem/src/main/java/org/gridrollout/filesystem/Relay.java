package org.gridrollout.filesystem;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Passes a stream to several stations in pieces. Each station takes them in their order and one at a time; several work at
 * once if someone helps the caller, and the caller does it all if nobody does. Holds a few pieces, however long the stream
 * and however slow a station. For one stream.
 */
final class Relay {

    /** SHA-256 is fastest in pieces of this size. */
    private static final int PIECE = 64 * 1024;

    private static final int MOST_PIECES = 12;

    private final List<Lane> lanes;
    private final Workers workers;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Piece> free = new ArrayDeque<>();
    private int pieces;
    private long taken;
    private boolean helped;
    private Optional<Workers.Call> call = Optional.empty();
    private @Nullable Throwable failure;

    Relay(List<? extends Station> stations, Workers workers) {
        this.lanes = stations.stream().map(Lane::new).toList();
        this.workers = workers;
    }

    /** Reads to the end; returns when every station has taken everything, or throws what the first one threw. */
    void pass(InputStream in) throws IOException {
        try {
            boolean more = true;
            while (more) {
                Piece piece = takeFree();
                piece.length = in.readNBytes(piece.bytes, 0, PIECE);
                more = piece.length == PIECE;
                queue(piece);
                if (more) {
                    askForHelp(); // a single piece is taken sooner than anyone comes
                }
            }
        } catch (IOException | RuntimeException | Error e) {
            fail(e);
        }
        try {
            finish();
        } finally {
            call.ifPresent(Workers.Call::cancel);
        }
    }

    private Piece takeFree() throws IOException {
        while (true) {
            lock.lock();
            try {
                if (failure != null) {
                    throw new IOException("a station failed"); // which did so first, and that is what is told
                } else if (!free.isEmpty()) {
                    return free.remove();
                } else if (pieces < MOST_PIECES) {
                    pieces++;
                    return new Piece();
                }
            } finally {
                lock.unlock();
            }
            workOrWait();
        }
    }

    private void queue(Piece piece) {
        lock.lock();
        try {
            piece.waiting = lanes.size();
            lanes.forEach(each -> each.queue.add(piece));
        } finally {
            lock.unlock();
        }
    }

    private void askForHelp() {
        lock.lock();
        try {
            if (helped) {
                return;
            }
            helped = true;
        } finally {
            lock.unlock();
        }
        call = workers.help(this::help);
        if (call.isEmpty()) {
            endHelp();
        }
    }

    private void help() {
        boolean worked = true;
        while (worked) {
            worked = workOnce();
        }
        endHelp();
    }

    private void endHelp() {
        lock.lock();
        try {
            helped = false;
        } finally {
            lock.unlock();
        }
    }

    /** Works until nothing is left, or after a failure until nobody is at work. */
    private void finish() throws IOException {
        while (true) {
            lock.lock();
            try {
                if (failure != null && !busy()) {
                    throwFailure(failure);
                } else if (lanes.stream().allMatch(each -> each.queue.isEmpty())) {
                    return;
                }
            } finally {
                lock.unlock();
            }
            workOrWait();
        }
    }

    private void workOrWait() {
        if (workOnce()) {
            return;
        }
        lock.lock();
        try {
            long before = taken;
            while (taken == before && busy() && (failure != null || longestFree() == null)) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets one station take one piece; false if none is free that has one to take. */
    private boolean workOnce() {
        Lane lane;
        Piece piece;
        lock.lock();
        try {
            lane = failure == null ? longestFree() : null;
            if (lane == null) {
                return false;
            }
            lane.busy = true;
            piece = lane.queue.element();
        } finally {
            lock.unlock();
        }
        try {
            lane.station.take(piece.bytes, piece.length);
        } catch (IOException | RuntimeException | Error e) {
            fail(e);
        }
        lock.lock();
        try {
            lane.busy = false;
            lane.queue.remove();
            taken++;
            if (--piece.waiting == 0) {
                free.add(piece);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        return true;
    }

    private boolean busy() {
        return lanes.stream().anyMatch(each -> each.busy);
    }

    private @Nullable Lane longestFree() {
        Lane longest = null;
        for (Lane each : lanes) {
            boolean ready = !each.busy && !each.queue.isEmpty();
            if (ready && (longest == null || each.queue.size() > longest.queue.size())) {
                longest = each;
            }
        }
        return longest;
    }

    private void fail(Throwable thrown) {
        lock.lock();
        try {
            failure = failure == null ? thrown : failure;
        } finally {
            lock.unlock();
        }
    }

    private static void throwFailure(Throwable failure) throws IOException {
        if (failure instanceof IOException e) {
            throw e;
        } else if (failure instanceof RuntimeException e) {
            throw e;
        }
        throw (Error) failure;
    }

    /** Takes a stream's pieces. */
    @FunctionalInterface
    interface Station {
        void take(byte[] bytes, int length) throws IOException;
    }

    private static final class Lane {

        private final Station station;
        private final Deque<Piece> queue = new ArrayDeque<>();
        private boolean busy;

        Lane(Station station) {
            this.station = station;
        }
    }

    private static final class Piece {

        private final byte[] bytes = new byte[PIECE];
        private int length;
        private int waiting;
    }
}
