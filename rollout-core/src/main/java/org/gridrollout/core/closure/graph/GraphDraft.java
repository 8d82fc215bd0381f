package org.gridrollout.core.closure.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gridrollout.core.closure.Demand;
import org.gridrollout.core.closure.Ecosystem;
import org.gridrollout.core.closure.Member;
import org.gridrollout.core.closure.Need;
import org.gridrollout.core.closure.PackageFacts;
import org.gridrollout.core.closure.Provision;

/** A graph in the making: packages come and go, then {@link #seal} works out who meets what. Used once, by one thread. */
public final class GraphDraft {

    private final Rows rows;
    private final BitSet present;
    private final IntList added = new IntList();
    private final IntList removed = new IntList();
    private final IntList newDemands = new IntList();
    private final IntList newNeeds = new IntList();
    private final BitSet touchedDemands = new BitSet();
    private final BitSet changedNeeds = new BitSet();
    private final BitSet changedPackages = new BitSet();
    /** Demands that were not asked as an exclusion or a condition before. */
    private final BitSet asked = new BitSet();

    public GraphDraft(Ecosystem ecosystem) {
        this(new Rows(ecosystem), new BitSet());
    }

    GraphDraft(Rows rows, BitSet present) {
        this.rows = rows;
        this.present = present;
    }

    /** The number of a present package of the same file, or -1. */
    public int find(Member member) {
        NameRow name = rows.name(member.nevra().name());
        if (name != null) {
            for (int i = 0; i < name.called.size(); i++) {
                int each = name.called.get(i);
                if (present.get(each) && rows.packages.get(each).member.sameFile(member)) {
                    return each;
                }
            }
        }
        return -1;
    }

    /** Takes a present package away. */
    public void remove(int pack) {
        present.clear(pack);
        removed.add(pack);
    }

    /** Adds a package and gives its number; a file that is there already is not added again. */
    public int add(PackageFacts facts) {
        int there = find(facts.member());
        if (there >= 0) {
            return there;
        }
        IntList needs = new IntList();
        facts.needs().forEach(each -> needs.add(need(each)));
        IntList excluded = new IntList();
        facts.excludes().forEach(each -> excluded.add(demand(each.demand())));
        int pack = rows.packages.append(new PackageRow(
                rows,
                facts.member(),
                rows.nameId(facts.member().nevra().name()),
                facts.provides(),
                needs.toArray(),
                facts.excludes(),
                excluded.toArray(),
                facts.files(),
                facts.fault()));
        present.set(pack);
        added.add(pack);
        for (int i = 0; i < needs.size(); i++) {
            rows.ownNeed(needs.get(i)).users.add(pack);
        }
        for (int i = 0; i < excluded.size(); i++) {
            exclude(excluded.get(i), pack);
        }
        rows.ownName(facts.member().nevra().name()).called.add(pack);
        return pack;
    }

    private void exclude(int demand, int pack) {
        DemandRow row = rows.ownDemand(demand);
        if (row.excluders.isEmpty()) {
            asked.set(demand);
        }
        row.excluders.add(pack);
    }

    private int need(Need need) {
        Integer known = rows.needNames.find(need);
        if (known != null) {
            return known;
        }
        int[] alternatives = demands(need.anyOf());
        int[] conditions = demands(need.when());
        int id = rows.needs.append(new NeedRow(rows, need, alternatives, conditions));
        rows.needNames.put(need, id);
        newNeeds.add(id);
        for (int each : alternatives) {
            rows.ownDemand(each).alternatives.add(id);
        }
        for (int each : conditions) {
            DemandRow row = rows.ownDemand(each);
            if (row.conditions.isEmpty()) {
                asked.set(each);
            }
            row.conditions.add(id);
        }
        return id;
    }

    private int[] demands(List<Demand> all) {
        IntList distinct = new IntList();
        for (Demand each : all) {
            int demand = demand(each);
            if (!distinct.contains(demand)) {
                distinct.add(demand);
            }
        }
        return distinct.toArray();
    }

    private int demand(Demand demand) {
        Integer known = rows.demandNames.find(demand);
        if (known != null) {
            return known;
        }
        int id = rows.demands.append(new DemandRow(rows, demand));
        rows.demandNames.put(demand, id);
        newDemands.add(id);
        return id;
    }

    /** Works out who meets what. The draft is used up. */
    public PackageGraph seal() {
        Set<String> newPaths = new HashSet<>();
        registerNames(newPaths);
        for (int i = 0; i < removed.size(); i++) {
            withdraw(removed.get(i));
        }
        for (int i = 0; i < added.size(); i++) {
            if (present.get(added.get(i))) {
                offer(added.get(i));
            }
        }
        if (!newPaths.isEmpty()) {
            offerFiles(newPaths);
        }
        settleDemands();
        IntList touchedNeeds = settleNeeds();
        settlePackages();
        return new PackageGraph(rows, present, added.toArray(), removed.toArray(), touchedNeeds.toArray());
    }

    private void registerNames(Set<String> newPaths) {
        Set<String> mentioned = new LinkedHashSet<>();
        for (int i = 0; i < newDemands.size(); i++) {
            int demand = newDemands.get(i);
            mentioned.clear();
            Matching.mention(rows.demands.get(demand).demand, mentioned);
            for (String name : mentioned) {
                NameRow row = rows.ownName(name);
                if (name.startsWith("/") && row.demands.isEmpty()) {
                    newPaths.add(name);
                }
                row.demands.add(demand);
            }
            touchedDemands.set(demand);
        }
    }

    private void withdraw(int pack) {
        PackageRow row = rows.packages.get(pack);
        for (int i = 0; i < row.met.size(); i++) {
            int demand = row.met.get(i);
            touchedDemands.set(demand);
        }
        String last = "";
        for (Provision each : row.provides) {
            if (!each.name().equals(last)) {
                rows.ownName(each.name()).withdraw(pack);
                last = each.name();
            }
        }
        for (String path : row.files) {
            NameRow name = rows.name(path);
            if (name != null) {
                rows.ownName(path).withdraw(pack);
            }
        }
        rows.ownName(row.member.nevra().name()).called.removeValue(pack);
    }

    private void offer(int pack) {
        PackageRow row = rows.packages.get(pack);
        for (Provision each : row.provides) {
            offer(pack, each);
        }
        for (String path : row.files) {
            NameRow name = rows.name(path);
            if (name != null && !name.demands.isEmpty()) {
                offer(pack, Rows.file(path));
            }
        }
    }

    private void offer(int pack, Provision provision) {
        NameRow name = rows.ownName(provision.name());
        name.provide(pack, provision);
        for (int i = 0; i < name.demands.size(); i++) {
            touchedDemands.set(name.demands.get(i));
        }
    }

    /** Paths nobody asked for until now: earlier packages may have them. */
    private void offerFiles(Set<String> paths) {
        BitSet own = new BitSet();
        for (int i = 0; i < added.size(); i++) {
            own.set(added.get(i));
        }
        for (int pack = present.nextSetBit(0); pack >= 0; pack = present.nextSetBit(pack + 1)) {
            if (own.get(pack)) {
                continue;
            }
            for (String path : rows.packages.get(pack).files) {
                if (paths.contains(path)) {
                    offer(pack, Rows.file(path));
                }
            }
        }
    }

    private void settleDemands() {
        Matching matching = rows.matching();
        for (int demand = touchedDemands.nextSetBit(0); demand >= 0; demand = touchedDemands.nextSetBit(demand + 1)) {
            int[] before = rows.demands.get(demand).providers;
            int[] now = matching.providers(rows.demands.get(demand).demand);
            if (Arrays.equals(before, now)) {
                continue;
            }
            DemandRow row = rows.ownDemand(demand);
            row.providers = now;
            int[] had = before.clone();
            Arrays.sort(had);
            for (int each : now) {
                if (Arrays.binarySearch(had, each) < 0) {
                    rows.ownPackage(each).met.add(demand);
                    changedPackages.set(each);
                }
            }
            for (int i = 0; i < row.alternatives.size(); i++) {
                changedNeeds.set(row.alternatives.get(i));
            }
        }
        for (int demand = asked.nextSetBit(0); demand >= 0; demand = asked.nextSetBit(demand + 1)) {
            for (int each : rows.demands.get(demand).providers) {
                changedPackages.set(each);
            }
        }
    }

    private IntList settleNeeds() {
        for (int i = 0; i < newNeeds.size(); i++) {
            changedNeeds.set(newNeeds.get(i));
        }
        IntList touched = new IntList();
        BitSet seen = new BitSet();
        for (int need = changedNeeds.nextSetBit(0); need >= 0; need = changedNeeds.nextSetBit(need + 1)) {
            NeedRow row = rows.ownNeed(need);
            row.candidates = candidates(row, seen);
            touched.add(need);
        }
        return touched;
    }

    private int[] candidates(NeedRow row, BitSet seen) {
        if (row.alternatives.length == 1) {
            return rows.demands.get(row.alternatives[0]).providers;
        }
        IntList all = new IntList();
        for (int demand : row.alternatives) {
            for (int each : rows.demands.get(demand).providers) {
                if (!seen.get(each)) {
                    seen.set(each);
                    all.add(each);
                }
            }
        }
        for (int i = 0; i < all.size(); i++) {
            seen.clear(all.get(i));
        }
        return all.toArray();
    }

    private void settlePackages() {
        for (int pack = changedPackages.nextSetBit(0); pack >= 0; pack = changedPackages.nextSetBit(pack + 1)) {
            PackageRow row = rows.ownPackage(pack);
            IntList targeted = new IntList();
            IntList conditions = new IntList();
            for (int i = 0; i < row.met.size(); i++) {
                DemandRow demand = rows.demands.get(row.met.get(i));
                if (!demand.excluders.isEmpty()) {
                    targeted.add(row.met.get(i));
                }
                if (!demand.conditions.isEmpty()) {
                    conditions.add(row.met.get(i));
                }
            }
            row.targeted = targeted.toArray();
            row.conditions = conditions.toArray();
        }
    }
}
