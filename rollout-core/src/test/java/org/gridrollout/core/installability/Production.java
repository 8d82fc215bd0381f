package org.gridrollout.core.installability;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.ProductId;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.core.closure.Closure;
import org.gridrollout.core.closure.ClosureDifference;
import org.gridrollout.core.closure.Member;
import org.gridrollout.core.closure.Origin;
import org.gridrollout.core.closure.Pack;
import org.gridrollout.core.closure.Universe;
import org.gridrollout.core.closure.UniverseChange;
import org.gridrollout.core.closure.rpm.RpmEcosystem;

/** A production repository, and releases that could go there. A package replaces those of its name. */
final class Production implements Planner.Trial {

    private static final RpmEcosystem RPM = RpmEcosystem.on("x86_64");

    private final Map<PackageRef, SoftwarePackage> known = new HashMap<>();
    private final Set<SoftwarePackage> packages = new LinkedHashSet<>();
    private final Closure closure;
    private int releases;
    int trials;

    Production(Collection<Pack> packs) {
        packs.forEach(each -> packages.add(each.built()));
        this.closure = Closure.of(Universe.builder(RPM)
                .addAll(RPM.read(List.copyOf(packages), Origin.REPOSITORY))
                .build());
    }

    static Production of(Pack... packs) {
        return new Production(List.of(packs));
    }

    Wanted release(String product, Pack... packs) {
        return release(product, Set.of(), List.of(packs));
    }

    Wanted release(String product, Set<ReleaseId> needs, Collection<Pack> packs) {
        List<SoftwarePackage> built = packs.stream().map(Pack::built).distinct().toList();
        built.forEach(each -> known.put(each.ref(), each));
        Set<String> names = built.stream().map(each -> each.nevra().name()).collect(Collectors.toSet());
        return new Wanted(
                ReleaseId.of(product + "-" + ++releases),
                ProductId.of(product),
                built.stream().map(SoftwarePackage::ref).toList(),
                packages.stream()
                        .filter(each -> names.contains(each.nevra().name()))
                        .map(SoftwarePackage::ref)
                        .toList(),
                needs);
    }

    @Override
    public ClosureDifference after(Collection<PackageRef> add, Collection<PackageRef> remove) {
        trials++;
        return closure.after(new UniverseChange(
                RPM.read(add.stream().map(known::get).toList(), Origin.REPOSITORY),
                remove.stream().map(each -> Member.of(each, Origin.REPOSITORY)).toList()));
    }
}
