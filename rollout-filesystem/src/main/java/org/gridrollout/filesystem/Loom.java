package org.gridrollout.filesystem;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Strands that several threads go on with. After each piece a thread takes the strand that has most left, so that all end
 * about together, and the longest does not go on alone when everything else is done. Thread-safe.
 */
final class Loom {

    private final List<Strand> idle;
    private boolean torn;

    Loom(List<? extends Strand> strands) {
        this.idle = new ArrayList<>(strands);
    }

    /** Returns when every strand has ended or is another thread's; a failure has the other threads return as well. */
    void weave() throws IOException {
        Strand mine = longest(null);
        while (mine != null) {
            boolean more;
            try {
                more = mine.goOn();
            } catch (IOException | RuntimeException | Error e) {
                tear();
                throw e;
            }
            mine = longest(more ? mine : null);
        }
    }

    private synchronized @Nullable Strand longest(@Nullable Strand mine) {
        if (torn) {
            return null;
        }
        if (mine != null) {
            idle.add(mine);
        }
        Strand longest =
                idle.stream().max(Comparator.comparingLong(Strand::left)).orElse(null);
        idle.remove(longest);
        return longest;
    }

    private synchronized void tear() {
        torn = true;
    }
}
