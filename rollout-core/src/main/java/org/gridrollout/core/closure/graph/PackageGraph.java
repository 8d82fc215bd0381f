package org.gridrollout.core.closure.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.gridrollout.core.closure.Demand;
import org.gridrollout.core.closure.Ecosystem;
import org.gridrollout.core.closure.Exclusion;
import org.gridrollout.core.closure.Member;
import org.gridrollout.core.closure.Need;
import org.gridrollout.core.closure.PackageFacts;
import org.gridrollout.core.closure.Provision;
import org.jspecify.annotations.Nullable;

/**
 * Packages, needs and demands by number, and who meets what. Numbers stay the same in graphs derived from this one; those
 * of removed packages are not used again. Immutable.
 */
public final class PackageGraph {

    private final Rows rows;
    private final BitSet present;
    private final int[] added;
    private final int[] removed;
    private final int[] touchedNeeds;

    PackageGraph(Rows rows, BitSet present, int[] added, int[] removed, int[] touchedNeeds) {
        this.rows = rows;
        this.present = present;
        this.added = added;
        this.removed = removed;
        this.touchedNeeds = touchedNeeds;
    }

    /** A changed graph in the making; costs what this one has been changed since its first version. */
    public GraphDraft derive() {
        return new GraphDraft(rows.derive(), (BitSet) present.clone());
    }

    /** Packages this graph has and the one it was derived from had not. */
    public int[] added() {
        return added;
    }

    /** Packages this graph has no more. */
    public int[] removed() {
        return removed;
    }

    /** Needs whose candidates are not those they were in the graph this one was derived from. */
    public int[] touchedNeeds() {
        return touchedNeeds;
    }

    public Ecosystem ecosystem() {
        return rows.ecosystem;
    }

    /** One more than the highest package number. */
    public int packages() {
        return rows.packages.size();
    }

    /** One more than the highest demand number. */
    public int demands() {
        return rows.demands.size();
    }

    /** One more than the highest need number. */
    public int needs() {
        return rows.needs.size();
    }

    public boolean isPresent(int pack) {
        return present.get(pack);
    }

    public BitSet present() {
        return (BitSet) present.clone();
    }

    public int presentCount() {
        return present.cardinality();
    }

    public Member member(int pack) {
        return rows.packages.get(pack).member;
    }

    public @Nullable String fault(int pack) {
        return rows.packages.get(pack).fault;
    }

    /** The present package of this file, or -1. */
    public int find(Member member) {
        return new GraphDraft(rows, present).find(member);
    }

    public int[] needs(int pack) {
        return rows.packages.get(pack).needs;
    }

    public Need need(int need) {
        return rows.needs.get(need).need;
    }

    /** Present packages that can meet the need, the preferred ones first. */
    public int[] candidates(int need) {
        return rows.needs.get(need).candidates;
    }

    /** The demands that have to be met by somebody for the need to count. */
    public int[] conditions(int need) {
        return rows.needs.get(need).conditions;
    }

    /** The packages that have the need, gone ones too. */
    public IntList users(int need) {
        return rows.needs.get(need).users;
    }

    public Demand demand(int demand) {
        return rows.demands.get(demand).demand;
    }

    /** Present packages that meet the demand. */
    public int[] providers(int demand) {
        return rows.demands.get(demand).providers;
    }

    /** The needs the demand is an alternative of. */
    public IntList needsOf(int demand) {
        return rows.demands.get(demand).alternatives;
    }

    /** The needs the demand is a condition of. */
    public IntList conditioned(int demand) {
        return rows.demands.get(demand).conditions;
    }

    /** All demands the package meets. */
    public IntList met(int pack) {
        return rows.packages.get(pack).met;
    }

    /** The demands the package meets that are the condition of some need. */
    public int[] conditionsMet(int pack) {
        return rows.packages.get(pack).conditions;
    }

    /** The demands of {@link #exclusion}s, in their order. */
    public int[] excluded(int pack) {
        return rows.packages.get(pack).excluded;
    }

    public Exclusion exclusion(int pack, int index) {
        return rows.packages.get(pack).exclusions.get(index);
    }

    /** What the package provides. */
    public Iterable<Provision> provides(int pack) {
        return rows.packages.get(pack).provides;
    }

    /** The names the need asks for, those of its conditions left out. */
    public Set<String> namesOf(int need) {
        Set<String> names = new LinkedHashSet<>();
        need(need).anyOf().forEach(each -> Matching.mention(each, names));
        return names;
    }

    /** What is provided by a name, by present packages. */
    public List<Provision> provisions(String name) {
        NameRow row = rows.name(name);
        return row == null ? List.of() : List.copyOf(row.provisions);
    }

    /** The present packages that provide something by a name, parallel to {@link #provisions}. */
    public int[] owners(String name) {
        NameRow row = rows.name(name);
        return row == null ? new int[0] : row.owners.toArray();
    }

    /** The present packages that are called so. */
    public int[] called(String name) {
        NameRow row = rows.name(name);
        return row == null ? new int[0] : row.called.toArray();
    }

    /**
     * Some present package that {@code among} holds for and that must not be installed together with {@code pack}, or -1.
     */
    public int opponent(int pack, IntPredicate among) {
        PackageRow row = rows.packages.get(pack);
        for (int demand : row.excluded) {
            for (int each : rows.demands.get(demand).providers) {
                if (each != pack && among.test(each) && excludes(pack, demand, each)) {
                    return each;
                }
            }
        }
        for (int demand : row.targeted) {
            IntList excluders = rows.demands.get(demand).excluders;
            for (int i = 0; i < excluders.size(); i++) {
                int each = excluders.get(i);
                if (each != pack && among.test(each) && excludes(each, demand, pack)) {
                    return each;
                }
            }
        }
        NameRow name = rows.name(row.name);
        if (name.called.size() > 1) {
            for (int i = 0; i < name.called.size(); i++) {
                int each = name.called.get(i);
                if (each != pack && among.test(each) && !together(row.member, rows.packages.get(each).member)) {
                    return each;
                }
            }
        }
        return -1;
    }

    /** Whether one that excludes who meets the demand excludes the other, who does. */
    public boolean excludes(int one, int demand, int other) {
        return !(rows.demands.get(demand).demand instanceof Demand.Called)
                || rows.ecosystem.replaces(rows.packages.get(one).member, rows.packages.get(other).member);
    }

    /** Whether the two may be installed together as far as their names go. */
    public boolean together(int one, int other) {
        return together(rows.packages.get(one).member, rows.packages.get(other).member);
    }

    private boolean together(Member one, Member other) {
        return !one.nevra().name().equals(other.nevra().name()) || rows.ecosystem.together(one, other);
    }

    /** What the package was made from. */
    public PackageFacts facts(int pack) {
        PackageRow row = rows.packages.get(pack);
        return new PackageFacts(
                row.member,
                row.provides,
                Arrays.stream(row.needs).mapToObj(this::need).toList(),
                row.exclusions,
                row.files,
                row.fault);
    }
}
