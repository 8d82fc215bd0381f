package org.gridrollout.core.installability;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** The troubles known so far, and the fewest releases to leave behind so that none is there. Not thread-safe. */
final class Troubles {

    /** Sets looked at before giving up; a choice among a few dozen troubles takes far fewer. */
    private static final int LOOKS = 200_000;

    private final List<Trouble> known = new ArrayList<>();
    private int atLeast;
    private int looks;

    void add(Trouble trouble) {
        known.add(trouble);
    }

    /** Whether leaving these behind can be seen to be too few. */
    boolean anyIsThereWithout(BitSet left) {
        return known.stream().anyMatch(each -> each.isThereWithout(left));
    }

    /**
     * The fewest to leave behind.
     *
     * @param size how many releases there are
     * @param kept those that must not be left behind
     * @return empty if there is no way, or none was found in the looks allowed: then {@link #hasGivenUp()}
     */
    Optional<BitSet> fewest(int size, BitSet kept) {
        for (; atLeast <= size; atLeast++) { // what is learnt never makes fewer do
            BitSet left = new BitSet();
            if (search(left, (BitSet) kept.clone(), atLeast)) {
                return Optional.of(left);
            }
            if (hasGivenUp()) {
                break;
            }
        }
        return Optional.empty();
    }

    boolean hasGivenUp() {
        return looks > LOOKS;
    }

    /** Whoever can be left behind for each trouble, first come first served: not the fewest. */
    Optional<BitSet> some(BitSet leftAlready, BitSet kept) {
        BitSet left = (BitSet) leftAlready.clone();
        for (Optional<Trouble> next = pressing(left, kept); next.isPresent(); next = pressing(left, kept)) {
            List<Integer> choice = choice(next.get(), kept);
            if (choice.isEmpty()) {
                return Optional.empty();
            }
            left.set(choice.get(0));
        }
        return Optional.of(left);
    }

    /**
     * Leaves one of each trouble's behind, one after the other, so that none is tried twice: whoever was tried stays in the
     * tries after it. Reiter, "A theory of diagnosis from first principles", Artificial Intelligence 32 (1987).
     */
    private boolean search(BitSet left, BitSet staying, int allowed) {
        looks++;
        Optional<Trouble> next = pressing(left, staying);
        if (next.isEmpty()) {
            return true;
        }
        if (hasGivenUp() || apart(left) > allowed) {
            return false;
        }
        BitSet tried = (BitSet) staying.clone();
        for (int each : choice(next.get(), staying)) {
            left.set(each);
            if (search(left, tried, allowed - 1)) {
                return true;
            }
            left.clear(each);
            tried.set(each);
        }
        return false;
    }

    /** The trouble that leaves the least choice. */
    private Optional<Trouble> pressing(BitSet left, BitSet staying) {
        Trouble pressing = null;
        for (Trouble each : known) {
            if (each.isThereWithout(left)
                    && (pressing == null
                            || choice(each, staying).size()
                                    < choice(pressing, staying).size())) {
                pressing = each;
            }
        }
        return Optional.ofNullable(pressing);
    }

    private static List<Integer> choice(Trouble trouble, BitSet staying) {
        return trouble.from().stream().filter(each -> !staying.get(each)).toList();
    }

    /** How many troubles have nobody in common: each takes one more to leave behind. */
    private int apart(BitSet left) {
        BitSet met = new BitSet();
        int apart = 0;
        for (Trouble each : known) {
            if (each.isThereWithout(left) && each.from().stream().noneMatch(met::get)) {
                each.from().forEach(met::set);
                apart++;
            }
        }
        return apart;
    }
}
