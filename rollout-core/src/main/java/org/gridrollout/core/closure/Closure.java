package org.gridrollout.core.closure;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gridrollout.core.closure.solve.Checked;

/**
 * A universe of which it is known, package by package, whether there is a set with it that can be installed: every need of
 * every member met inside, no two members excluding each other. Such a set need not be what an installer would choose.
 *
 * <p>{@link #after} decides a changed universe by looking only at what the change can affect. Immutable and thread-safe.
 */
public final class Closure {

    private final Universe universe;
    private final Checked checked;

    Closure(Universe universe, Checked checked) {
        this.universe = universe;
        this.checked = checked;
    }

    /** Decides every package of the universe. */
    public static Closure of(Universe universe) {
        return of(universe, ClosureProgress.NONE);
    }

    /**
     * Decides every package of the universe, telling how far it is.
     *
     * @throws ClosureCancelledException if {@code progress} says so
     */
    public static Closure of(Universe universe, ClosureProgress progress) {
        return new Closure(universe, Checked.of(universe.graph(), progress));
    }

    /**
     * What the change does to the packages' installability.
     *
     * @throws UnknownMemberException if the change removes what is not there
     */
    public ClosureDifference after(UniverseChange change) {
        return after(change, ClosureProgress.NONE);
    }

    /**
     * What the change does to the packages' installability, telling how far it is.
     *
     * @throws UnknownMemberException if the change removes what is not there
     * @throws ClosureCancelledException if {@code progress} says so
     */
    public ClosureDifference after(UniverseChange change, ClosureProgress progress) {
        Universe changed = universe.after(change);
        return new ClosureDifference(this, new Closure(changed, checked.after(changed.graph(), progress)));
    }

    /** The universe in question. */
    public Universe universe() {
        return universe;
    }

    /** Whether the package can be installed. */
    public boolean isInstallable(Member member) {
        return checked.broken(number(member)) == null;
    }

    /** The packages that cannot be installed, in the universe's order. */
    public List<Member> broken() {
        return checked.broken().stream().sorted().map(checked.graph()::member).collect(Collectors.toUnmodifiableList());
    }

    /**
     * Why the package cannot be installed; empty if it can.
     *
     * @throws UnknownMemberException if it is not there
     */
    public Optional<Explanation> explain(Member member) {
        int pack = number(member);
        return checked.broken(pack) == null ? Optional.empty() : Optional.of(new Explainer(checked).explain(pack));
    }

    /**
     * A set that can be installed and has the package in it, as proof; empty if there is none.
     *
     * @throws UnknownMemberException if it is not there
     */
    public Optional<List<Member>> witness(Member member) {
        BitSet witness = checked.witness(number(member));
        return Optional.ofNullable(witness)
                .map(packs -> packs.stream().mapToObj(checked.graph()::member).toList());
    }

    /**
     * Which of the packages on offer would each, added alone, make a broken package installable; proven by trying.
     *
     * @throws UnknownMemberException if it is not there
     */
    public List<Member> remedies(Member broken, List<PackageFacts> offered) {
        int pack = number(broken);
        return checked.broken(pack) == null ? List.of() : new Remedies(this).of(pack, offered);
    }

    private int number(Member member) {
        int pack = checked.graph().find(member);
        if (pack < 0) {
            throw new UnknownMemberException(member);
        }
        return pack;
    }

    Checked checked() {
        return checked;
    }
}
