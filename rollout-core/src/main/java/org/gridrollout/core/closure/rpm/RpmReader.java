package org.gridrollout.core.closure.rpm;

import java.util.ArrayList;
import java.util.List;
import org.gridrollout.api.software.Capability;
import org.gridrollout.api.software.Capability.Relation;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.core.closure.Demand;
import org.gridrollout.core.closure.Exclusion;
import org.gridrollout.core.closure.MalformedDependencyException;
import org.gridrollout.core.closure.Member;
import org.gridrollout.core.closure.Need;
import org.gridrollout.core.closure.Origin;
import org.gridrollout.core.closure.PackageFacts;
import org.gridrollout.core.closure.Provision;
import org.gridrollout.core.closure.rpm.RichDependency.Operation;
import org.gridrollout.core.closure.rpm.RichDependency.Operator;
import org.jspecify.annotations.Nullable;

/** Reads what one RPM package means. Used once. */
final class RpmReader {

    private final List<Provision> provides = new ArrayList<>();
    private final List<Need> needs = new ArrayList<>();
    private final List<Exclusion> excludes = new ArrayList<>();
    private @Nullable String fault;

    private final List<String> files;

    private RpmReader(List<String> files) {
        this.files = files;
    }

    static PackageFacts read(SoftwarePackage pack, Origin origin) {
        RpmReader reader = new RpmReader(pack.files());
        Nevra nevra = pack.nevra();
        reader.provides.add(new Provision(nevra.name(), Relation.EQ, nevra.evr(), true));
        reader.each(pack.provides(), each -> reader.provide(each, nevra));
        reader.each(pack.requires(), reader::require);
        reader.each(pack.conflicts(), reader::conflict);
        reader.each(pack.obsoletes(), reader::obsolete);
        return new PackageFacts(
                Member.of(pack.ref(), origin),
                reader.provides,
                reader.needs,
                reader.excludes,
                pack.files(),
                reader.fault);
    }

    private interface Reading {
        void read(Capability capability);
    }

    private void each(List<Capability> capabilities, Reading reading) {
        for (Capability each : capabilities) {
            try {
                reading.read(each);
            } catch (MalformedDependencyException e) {
                fault = "states what cannot be read: " + e.getMessage();
            }
        }
    }

    private void provide(Capability capability, Nevra nevra) {
        Evr version = version(capability);
        boolean self = capability.name().equals(nevra.name())
                && capability.relation() == Relation.EQ
                && nevra.evr().equals(version);
        if (!self) { // said already
            provides.add(new Provision(capability.name(), capability.relation(), version, false));
        }
    }

    private void require(Capability capability) {
        if (capability.name().startsWith("rpmlib(")) {
            return;
        }
        if (isRich(capability)) {
            NormalForm form = new NormalForm(capability.name(), RpmReader::provided);
            need(capability.name(), form.of(RichDependency.parse(capability.name()), true));
        } else {
            needs.add(new Need(capability.toString(), List.of(provided(capability)), List.of()));
        }
    }

    private void conflict(Capability capability) {
        if (isRich(capability)) {
            avoid(RichDependency.parse(capability.name()), capability.name());
        } else {
            excludes.add(new Exclusion(capability.toString(), provided(capability), Exclusion.Kind.CONFLICTS));
        }
    }

    /** Each of several alternatives is a conflict of its own; a combination is one only if it is complete. */
    private void avoid(RichDependency conflict, String text) {
        NormalForm form = new NormalForm(text, RpmReader::provided);
        if (conflict instanceof Operation operation && operation.operator() == Operator.OR) {
            operation.operands().forEach(each -> avoid(each, text));
        } else if (NormalForm.isOfOnePackage(conflict)) {
            excludes.add(new Exclusion(text, form.ofOnePackage(conflict), Exclusion.Kind.CONFLICTS));
        } else {
            List<NormalForm.Clause> clauses = form.of(conflict, false);
            clauses.stream()
                    .filter(this::isOfItsOwn)
                    .flatMap(each -> each.unmet().stream())
                    .forEach(each -> excludes.add(new Exclusion(text, each, Exclusion.Kind.CONFLICTS)));
            List<NormalForm.Clause> others =
                    clauses.stream().filter(each -> !isOfItsOwn(each)).toList();
            need("that not " + text + ", with which it conflicts", others);
        }
    }

    /** Whether the package provides all of a forbidden combination by itself: then it means any other that has a part of it. */
    private boolean isOfItsOwn(NormalForm.Clause forbidden) {
        return forbidden.met().isEmpty() && forbidden.unmet().stream().allMatch(this::meets);
    }

    private boolean meets(Demand demand) {
        if (demand instanceof Demand.Provides asked) {
            return (asked.relation() == Relation.ANY && files.contains(asked.name()))
                    || provides.stream()
                            .anyMatch(each -> each.name().equals(asked.name())
                                    && RpmRanges.meets(each, asked.relation(), asked.version()));
        }
        if (demand instanceof Demand.Both both) {
            return meets(both.left()) && meets(both.right());
        }
        if (demand instanceof Demand.Except except) {
            return meets(except.left()) && !meets(except.right());
        }
        return demand instanceof Demand.Either either && (meets(either.left()) || meets(either.right()));
    }

    private void need(String text, List<NormalForm.Clause> clauses) {
        for (NormalForm.Clause each : clauses) {
            if (each.met().stream().noneMatch(each.unmet()::contains)) { // else it holds always
                needs.add(new Need(text, List.copyOf(each.met()), List.copyOf(each.unmet())));
            }
        }
    }

    private void obsolete(Capability capability) {
        Demand demand = new Demand.Called(capability.name(), capability.relation(), version(capability));
        excludes.add(new Exclusion(capability.toString(), demand, Exclusion.Kind.OBSOLETES));
    }

    private static boolean isRich(Capability capability) {
        return capability.name().startsWith("(");
    }

    private static Demand provided(Capability capability) {
        return new Demand.Provides(capability.name(), capability.relation(), version(capability));
    }

    private static @Nullable Evr version(Capability capability) {
        return capability.relation() == Relation.ANY ? null : RpmVersionText.parse(capability.version());
    }
}
