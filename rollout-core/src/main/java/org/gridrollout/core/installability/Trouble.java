package org.gridrollout.core.installability;

import java.util.BitSet;
import java.util.List;

/**
 * Why some releases cannot go together, whoever else goes. Releases are numbers here.
 *
 * @param from those that make it together; which to leave behind first, first
 * @param unless any of which would mend it
 */
record Trouble(List<Integer> from, BitSet unless) {

    /** With whatever else goes. */
    static Trouble always(List<Integer> from) {
        return new Trouble(from, new BitSet());
    }

    /** Whether it is there when all go but those left behind. */
    boolean isThereWithout(BitSet left) {
        BitSet mending = (BitSet) unless.clone();
        mending.andNot(left);
        return mending.isEmpty() && from.stream().noneMatch(left::get);
    }
}
