package org.gridrollout.core.closure.graph;

import org.gridrollout.api.software.Capability.Relation;
import org.gridrollout.core.closure.Demand;
import org.gridrollout.core.closure.Ecosystem;
import org.gridrollout.core.closure.Need;
import org.gridrollout.core.closure.Provision;
import org.jspecify.annotations.Nullable;

/** All tables of one graph; changed by one draft, read by everybody after. */
final class Rows {

    final Ecosystem ecosystem;
    final Table<PackageRow> packages;
    final Table<DemandRow> demands;
    final Table<NeedRow> needs;
    final Names<Demand> demandNames;
    final Names<Need> needNames;
    private final Table<NameRow> names;
    private final Names<String> nameNames;

    Rows(Ecosystem ecosystem) {
        this(
                ecosystem,
                new Table<>(),
                new Table<>(),
                new Table<>(),
                new Names<>(),
                new Names<>(),
                new Table<>(),
                new Names<>());
    }

    private Rows(
            Ecosystem ecosystem,
            Table<PackageRow> packages,
            Table<DemandRow> demands,
            Table<NeedRow> needs,
            Names<Demand> demandNames,
            Names<Need> needNames,
            Table<NameRow> names,
            Names<String> nameNames) {
        this.ecosystem = ecosystem;
        this.packages = packages;
        this.demands = demands;
        this.needs = needs;
        this.demandNames = demandNames;
        this.needNames = needNames;
        this.names = names;
        this.nameNames = nameNames;
    }

    Rows derive() {
        return new Rows(
                ecosystem,
                packages.derive(),
                demands.derive(),
                needs.derive(),
                demandNames.derive(),
                needNames.derive(),
                names.derive(),
                nameNames.derive());
    }

    /** A file as something provided. */
    static Provision file(String path) {
        return new Provision(path, Relation.ANY, null, false);
    }

    Matching matching() {
        return new Matching(ecosystem, this::name, packages::get);
    }

    @Nullable
    NameRow name(String name) {
        Integer id = nameNames.find(name);
        return id == null ? null : names.get(id);
    }

    NameRow name(int id) {
        return names.get(id);
    }

    NameRow ownName(String name) {
        return names.own(nameId(name), this);
    }

    int nameId(String name) {
        Integer known = nameNames.find(name);
        if (known != null) {
            return known;
        }
        int id = names.append(new NameRow(this));
        nameNames.put(name, id);
        return id;
    }

    PackageRow ownPackage(int id) {
        return packages.own(id, this);
    }

    DemandRow ownDemand(int id) {
        return demands.own(id, this);
    }

    NeedRow ownNeed(int id) {
        return needs.own(id, this);
    }
}
