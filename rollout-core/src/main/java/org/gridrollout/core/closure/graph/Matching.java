package org.gridrollout.core.closure.graph;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import org.gridrollout.api.software.Capability.Relation;
import org.gridrollout.api.software.Evr;
import org.gridrollout.core.closure.Demand;
import org.gridrollout.core.closure.Ecosystem;
import org.gridrollout.core.closure.Provision;
import org.jspecify.annotations.Nullable;

/** Which packages meet a demand. Demands are nested a few dozen levels at most: their readers see to that. */
final class Matching {

    private static final int[] NOBODY = {};

    private final Ecosystem ecosystem;
    /** The row of a name, or null. */
    private final Function<String, @Nullable NameRow> names;

    private final Function<Integer, PackageRow> packages;

    Matching(Ecosystem ecosystem, Function<String, @Nullable NameRow> names, Function<Integer, PackageRow> packages) {
        this.ecosystem = ecosystem;
        this.names = names;
        this.packages = packages;
    }

    /** Adds every name the demand mentions. */
    static void mention(Demand demand, Set<String> names) {
        if (demand instanceof Demand.Provides provides) {
            names.add(provides.name());
        } else if (demand instanceof Demand.Called called) {
            names.add(called.name());
        } else if (demand instanceof Demand.Both both) {
            mention(both.left(), names);
            mention(both.right(), names);
        } else if (demand instanceof Demand.Except except) {
            mention(except.left(), names);
            mention(except.right(), names);
        } else if (demand instanceof Demand.Either either) {
            mention(either.left(), names);
            mention(either.right(), names);
        }
    }

    /** The packages that meet it, the preferred ones first: those called so, then higher versions, then others. */
    int[] providers(Demand demand) {
        if (demand instanceof Demand.Provides provides) {
            return preferred(find(provides.name(), provides.relation(), provides.version(), false), provides.name());
        }
        if (demand instanceof Demand.Called called) {
            return preferred(find(called.name(), called.relation(), called.version(), true), called.name());
        }
        if (demand instanceof Demand.Both both) {
            return keep(providers(both.left()), providers(both.right()), true);
        }
        if (demand instanceof Demand.Except except) {
            return keep(providers(except.left()), providers(except.right()), false);
        }
        Demand.Either either = (Demand.Either) demand;
        int[] left = providers(either.left());
        int[] right = keep(providers(either.right()), left, false);
        int[] all = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, all, left.length, right.length);
        return all;
    }

    private int[] find(String name, Relation relation, @Nullable Evr version, boolean self) {
        NameRow row = names.apply(name);
        if (row == null) {
            return NOBODY;
        }
        IntList found = new IntList();
        for (int i = 0; i < row.owners.size(); i++) {
            int owner = row.owners.get(i);
            Provision provision = row.provisions.get(i);
            // a package's provisions of one name are side by side, but for a file it also provides by name
            boolean again = !found.isEmpty()
                    && (found.get(found.size() - 1) == owner || (name.startsWith("/") && found.contains(owner)));
            if (!again && (provision.self() || !self) && ecosystem.meets(provision, relation, version)) {
                found.add(owner);
            }
        }
        return found.toArray();
    }

    private static boolean isCalled(PackageRow pack, String name) {
        return pack.member.nevra().name().equals(name);
    }

    private int[] preferred(int[] found, String name) {
        if (found.length < 2 || Arrays.stream(found).noneMatch(each -> isCalled(packages.apply(each), name))) {
            return found;
        }
        return Arrays.stream(found)
                .boxed()
                .sorted((a, b) -> prefer(packages.apply(a), packages.apply(b), name))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private int prefer(PackageRow one, PackageRow other, String name) {
        boolean oneIs = isCalled(one, name);
        boolean otherIs = isCalled(other, name);
        if (oneIs != otherIs) {
            return oneIs ? -1 : 1;
        }
        return oneIs
                ? ecosystem.compare(
                        other.member.nevra().evr(), one.member.nevra().evr())
                : 0;
    }

    private static int[] keep(int[] from, int[] other, boolean common) {
        int[] sorted = other.clone();
        Arrays.sort(sorted);
        return Arrays.stream(from)
                .filter(each -> Arrays.binarySearch(sorted, each) >= 0 == common)
                .toArray();
    }
}
