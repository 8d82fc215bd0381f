package org.gridrollout.core.installability;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.core.closure.ClosureDifference;
import org.gridrollout.core.closure.Member;
import org.gridrollout.core.closure.RootCause;

/**
 * Finds the largest set of releases that can go to production together. Where a set cannot, it finds out which of it make the
 * trouble, and who of the others would mend it. The next to try is the largest set in which no trouble known so far is, so
 * that the first that can go is the largest of all (the implicit hitting sets of Davies and Bacchus, "Solving MAXSAT by
 * solving a sequence of simpler SAT instances", 2011). Where that takes too many trials, some are left behind for each trouble
 * until the rest can go, and each is tried again: no single one could be added then.
 *
 * <p>It relies on packages only ever helping others by being there, and harming them by going. Not thread-safe.
 */
final class LargestSet {

    private final JointTrial trial;
    private final List<Wanted> wanted;
    private final int allowed;
    private final BitSet kept = new BitSet();
    private final Troubles troubles = new Troubles();
    private final ListMultimap<String, Integer> bringers = ArrayListMultimap.create();
    private final ListMultimap<String, Integer> removers = ArrayListMultimap.create();
    private int trials;
    private boolean known;

    /**
     * Of these.
     *
     * @param wanted of one product the newer release later
     * @param allowed after how many trials to be content with less
     */
    LargestSet(JointTrial trial, List<Wanted> wanted, int allowed) {
        this.trial = trial;
        this.wanted = wanted;
        this.allowed = allowed;
        for (int i = 0; i < wanted.size(); i++) {
            for (var each : wanted.get(i).packages()) {
                bringers.put(each.sha256().toString(), i);
            }
            for (var each : wanted.get(i).replaces()) {
                removers.put(each.sha256().toString(), i);
            }
        }
        onlyOneOfAProduct();
        withWhatTheyNeed();
    }

    /** Of the sets with this release in them. */
    LargestSet with(Wanted release) {
        kept.set(wanted.indexOf(release));
        return this;
    }

    /** The set, in the order they were wanted in; empty if there is none. */
    List<Wanted> find() {
        while (trials < allowed) {
            Optional<BitSet> left = troubles.fewest(wanted.size(), kept);
            if (left.isEmpty()) {
                known = !troubles.hasGivenUp();
                break;
            }
            known = canGoWithout(left.get());
            if (known) {
                return without(left.get());
            }
        }
        return known ? List.of() : leavingSome().map(this::takingBack).orElse(List.of());
    }

    /** Whether what was found is known to be the largest. */
    boolean isKnownToBe() {
        return known;
    }

    private Optional<BitSet> leavingSome() {
        Optional<BitSet> left = troubles.some(new BitSet(), kept);
        while (left.isPresent() && !canGoWithout(left.get())) {
            left = troubles.some(left.get(), kept);
        }
        return left;
    }

    private List<Wanted> takingBack(BitSet left) {
        BitSet still = (BitSet) left.clone();
        for (int each = still.nextSetBit(0); each >= 0; each = still.nextSetBit(each + 1)) {
            still.clear(each);
            if (troubles.anyIsThereWithout(still) || !trial.holds(without(still))) {
                still.set(each);
            } else {
                each = -1; // who needed it can come now
            }
        }
        return without(still);
    }

    private void onlyOneOfAProduct() {
        for (int newer = 0; newer < wanted.size(); newer++) {
            for (int older = 0; older < newer; older++) {
                if (wanted.get(older).product().equals(wanted.get(newer).product())) {
                    troubles.add(Trouble.always(List.of(older, newer)));
                }
            }
        }
    }

    private void withWhatTheyNeed() {
        List<ReleaseId> names = wanted.stream().map(Wanted::release).toList();
        for (int i = 0; i < wanted.size(); i++) {
            for (ReleaseId each : wanted.get(i).needs()) {
                BitSet needed = new BitSet();
                IntStream.of(names.indexOf(each)).filter(found -> found >= 0).forEach(needed::set);
                troubles.add(new Trouble(List.of(i), needed));
            }
        }
    }

    /** If not, it is known why. */
    private boolean canGoWithout(BitSet left) {
        ClosureDifference difference = tried(without(left), without(left));
        if (difference.holds()) {
            return true;
        }
        difference.rootCauses().forEach(each -> troubles.add(trouble(each, left)));
        return false;
    }

    private Trouble trouble(RootCause cause, BitSet left) {
        Member broken = cause.packages().get(0);
        BitSet going = new BitSet();
        going.set(0, wanted.size());
        going.andNot(left);
        BitSet unless = fewest(left, without -> isBroken(broken, without, going));
        BitSet suspects = new BitSet();
        cause.introduction()
                .packages()
                .forEach(each -> removers.get(each.digest()).forEach(suspects::set));
        suspects.and(going);
        BitSet from =
                fewest(isBroken(broken, unless, suspects) ? suspects : going, some -> isBroken(broken, unless, some));
        bringers.get(broken.digest()).stream()
                .filter(going::get)
                .findFirst()
                .ifPresentOrElse(
                        from::set, () -> removers.get(broken.digest()).forEach(unless::set)); // what went is not broken
        return new Trouble(
                from.stream().boxed().sorted(Comparator.reverseOrder()).toList(), unless);
    }

    private boolean isBroken(Member member, BitSet notComing, BitSet replacing) {
        return !tried(
                        without(notComing),
                        replacing.stream().mapToObj(wanted::get).toList())
                .after()
                .isInstallable(member);
    }

    private ClosureDifference tried(List<Wanted> coming, List<Wanted> replacing) {
        trials++;
        return trial.difference(coming, replacing);
    }

    /** A part that will do, none of which could be spared: tries without one half, one quarter and so on. */
    private static BitSet fewest(BitSet all, Predicate<BitSet> willDo) {
        BitSet few = (BitSet) all.clone();
        for (int size = few.cardinality(); size > 0; size /= 2) {
            List<Integer> members = new ArrayList<>(few.stream().boxed().toList());
            for (int i = 0; i < members.size(); i += size) {
                BitSet fewer = (BitSet) few.clone();
                members.subList(i, Math.min(i + size, members.size())).forEach(fewer::clear);
                if (willDo.test(fewer)) {
                    few = fewer;
                }
            }
        }
        return few;
    }

    private List<Wanted> without(BitSet left) {
        return IntStream.range(0, wanted.size())
                .filter(each -> !left.get(each))
                .mapToObj(wanted::get)
                .toList();
    }
}
