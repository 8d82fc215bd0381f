package org.gridrollout.filesystem;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Stops a writer dead: from one step on, nothing changes on the disk any more. */
final class Trap implements Steps {

    private final List<String> steps = new ArrayList<>();
    private int left = Integer.MAX_VALUE;

    /** Every step since the last call of this. */
    List<String> drain() {
        List<String> drained = List.copyOf(steps);
        steps.clear();
        return drained;
    }

    void stopAfter(int count) {
        left = count;
    }

    void release() {
        left = Integer.MAX_VALUE;
    }

    @Override
    public void before(String what) throws IOException {
        steps.add(what);
        if (left == 0) {
            throw new IOException("stopped before: " + what);
        }
        left--;
    }
}
