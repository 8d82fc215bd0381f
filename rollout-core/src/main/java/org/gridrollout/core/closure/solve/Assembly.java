package org.gridrollout.core.closure.solve;

import java.util.BitSet;
import java.util.function.IntPredicate;
import org.gridrollout.core.closure.graph.IntList;
import org.gridrollout.core.closure.graph.PackageGraph;

/**
 * A set of packages that grows and stays installable: whatever joins brings what it needs, or does not join. What has only
 * one way to be met goes first, then the preferred of several; a wrong guess is not taken back, so a refusal proves nothing.
 * For one thread.
 */
final class Assembly {

    private final PackageGraph graph;
    private final IntPredicate hopeless;
    private final BitSet members;
    private final IntPredicate isMember;
    private final IntList log = new IntList();
    private final IntList postponed = new IntList();

    /**
     * @param members an installable set to start from; becomes this assembly's own
     * @param hopeless packages not to try
     */
    Assembly(PackageGraph graph, BitSet members, IntPredicate hopeless) {
        this.graph = graph;
        this.members = members;
        this.isMember = members::get;
        this.hopeless = hopeless;
    }

    boolean has(int pack) {
        return members.get(pack);
    }

    /** The set; the assembly's own. */
    BitSet members() {
        return members;
    }

    /** Takes a member out; whoever needs it is the caller's matter. */
    void leave(int pack) {
        members.clear(pack);
    }

    /** Whether the package is in now. If not, the set is as before. */
    boolean join(int pack) {
        if (members.get(pack)) {
            return true;
        }
        log.truncate(0);
        postponed.truncate(0);
        if (isOpen(pack)) {
            enter(pack);
            if (settle()) {
                return true;
            }
        }
        for (int i = 0; i < log.size(); i++) {
            members.clear(log.get(i));
        }
        return false;
    }

    /** Whether the need is met by a member, does not count, or could be met by a newcomer that is in now. */
    boolean meet(int need) {
        if (holds(need)) {
            return true;
        }
        for (int each : graph.candidates(need)) {
            if (!hopeless.test(each) && join(each)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the need is met by a member or does not count. */
    boolean holds(int need) {
        for (int each : graph.candidates(need)) {
            if (members.get(each)) {
                return true;
            }
        }
        return !counts(need);
    }

    private boolean counts(int need) {
        for (int demand : graph.conditions(need)) {
            if (!isMet(demand)) {
                return false;
            }
        }
        return true;
    }

    private boolean isMet(int demand) {
        for (int each : graph.providers(demand)) {
            if (members.get(each)) {
                return true;
            }
        }
        return false;
    }

    private boolean settle() {
        int next = 0;
        int waiting = 0;
        while (next < log.size() || waiting < postponed.size()) {
            if (next < log.size()) {
                for (int need : graph.needs(log.get(next++))) {
                    if (!force(need)) {
                        return false;
                    }
                }
            } else if (!choose(postponed.get(waiting++))) {
                return false;
            }
        }
        return true;
    }

    /** Meets the need if there is one way to, puts it off if there are several. */
    private boolean force(int need) {
        if (holds(need)) {
            return true;
        }
        int only = -1;
        for (int each : graph.candidates(need)) {
            if (isOpen(each)) {
                if (only >= 0) {
                    postponed.add(need);
                    return true;
                }
                only = each;
            }
        }
        if (only >= 0) {
            enter(only);
        }
        return only >= 0;
    }

    private boolean choose(int need) {
        if (holds(need)) {
            return true;
        }
        for (int each : graph.candidates(need)) {
            if (isOpen(each)) {
                enter(each);
                return true;
            }
        }
        return false;
    }

    private boolean isOpen(int pack) {
        return !hopeless.test(pack) && graph.opponent(pack, isMember) < 0;
    }

    private void enter(int pack) {
        members.set(pack);
        log.add(pack);
        for (int demand : graph.conditionsMet(pack)) {
            IntList needs = graph.conditioned(demand);
            for (int i = 0; i < needs.size(); i++) {
                if (hasUser(needs.get(i))) {
                    postponed.add(needs.get(i));
                }
            }
        }
    }

    private boolean hasUser(int need) {
        IntList users = graph.users(need);
        for (int i = 0; i < users.size(); i++) {
            if (members.get(users.get(i))) {
                return true;
            }
        }
        return false;
    }
}
