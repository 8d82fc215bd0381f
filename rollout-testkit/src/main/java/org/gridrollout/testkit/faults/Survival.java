package org.gridrollout.testkit.faults;

import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;

/**
 * What is left, when the power goes, of what was not forced to the disk. Everything here is allowed to a file system whose
 * renaming is atomic, as POSIX, ext4 and XFS have it; nothing forced is ever lost. Contents are kept or lost in pieces of
 * 512 bytes, what is lost reading as it did before, or as zeros. Immutable.
 */
public final class Survival {

    private enum Mode {
        NOTHING,
        NAMES,
        IN_ORDER,
        ANY_ORDER
    }

    private final Mode mode;
    private final long seed;

    private Survival(Mode mode, long seed) {
        this.mode = mode;
        this.seed = seed;
    }

    /** Only what was forced: files as they were at their last force, directories as at theirs. */
    public static Survival nothing() {
        return new Survival(Mode.NOTHING, 0);
    }

    /** Every name, and of contents only what was forced: the classic file of length zero. */
    public static Survival names() {
        return new Survival(Mode.NAMES, 0);
    }

    /** Names changed up to some moment, as a journal keeps them, and some pieces of the contents. */
    public static Survival inOrder(long seed) {
        return new Survival(Mode.IN_ORDER, seed);
    }

    /** Some of the changes of names, the later without the earlier as well, and some pieces of the contents. */
    public static Survival anyOrder(long seed) {
        return new Survival(Mode.ANY_ORDER, seed);
    }

    Choice choose(int nameChanges) {
        Random random = new Random(seed);
        int cut = random.nextInt(nameChanges + 1);
        double share = random.nextDouble();
        return switch (mode) {
            case NOTHING -> new Choice(number -> false, () -> false);
            case NAMES -> new Choice(number -> true, () -> false);
            case IN_ORDER -> new Choice(number -> number < cut, () -> random.nextDouble() < share);
            case ANY_ORDER -> new Choice(number -> random.nextBoolean(), () -> random.nextDouble() < share);
        };
    }

    @Override
    public String toString() {
        return mode == Mode.IN_ORDER || mode == Mode.ANY_ORDER ? mode + "(" + seed + ")" : mode.toString();
    }

    /**
     * One power failure.
     *
     * @param names whether the change of a name survives, by its number among those not synced
     * @param pieces whether the next piece of a content survives
     */
    record Choice(IntPredicate names, BooleanSupplier pieces) {}
}
