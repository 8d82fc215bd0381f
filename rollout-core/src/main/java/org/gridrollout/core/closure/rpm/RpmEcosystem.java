package org.gridrollout.core.closure.rpm;

import java.util.List;
import java.util.Set;
import org.gridrollout.api.software.Capability.Relation;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.core.closure.Ecosystem;
import org.gridrollout.core.closure.Member;
import org.gridrollout.core.closure.Origin;
import org.gridrollout.core.closure.PackageFacts;
import org.gridrollout.core.closure.Provision;
import org.gridrollout.core.version.RpmVersionScheme;
import org.jspecify.annotations.Nullable;

/**
 * RPM packages on one machine architecture, with the meaning dnf and libsolv give their capabilities. Immutable.
 *
 * <ul>
 *   <li>What has no version fits every version; a missing release fits every release, a missing epoch is 0.
 *   <li>A package provides its own name and version, and its files to those who ask for a path.
 *   <li>Obsoletes look at names only, and from 32 bits not at 64; conflicts look at everything provided; neither at the
 *       package itself.
 *   <li>Of one name one package, but for names installed in several versions at once, and for packages of 32 and 64 bits.
 *   <li>{@code rpmlib(...)} is rpm's own and always there; weak dependencies are not looked at.
 * </ul>
 */
public final class RpmEcosystem implements Ecosystem {

    private static final RpmVersionScheme ORDER = new RpmVersionScheme();

    private final Set<String> architectures;
    private final Set<String> multiversion;

    private RpmEcosystem(Set<String> architectures, Set<String> multiversion) {
        this.architectures = Set.copyOf(architectures);
        this.multiversion = Set.copyOf(multiversion);
    }

    /**
     * Machines of an architecture with everything that runs on it: on {@code x86_64} the 32-bit packages too.
     *
     * @param arch the machine's architecture as a {@link org.gridrollout.api.software.Platform} names it
     */
    public static RpmEcosystem on(String arch) {
        return of(RpmArchitectures.runningOn(arch));
    }

    /** Machines on which packages of exactly these architectures can be installed. */
    public static RpmEcosystem of(Set<String> architectures) {
        return new RpmEcosystem(architectures, Set.of());
    }

    /** The same, but of these names several versions can be installed at once, as dnf's {@code installonlypkgs}. */
    public RpmEcosystem withSeveralVersionsOf(Set<String> names) {
        return new RpmEcosystem(architectures, names);
    }

    /** What a package means. A dependency that cannot be read becomes its fault: it cannot be installed then. */
    public PackageFacts read(SoftwarePackage pack, Origin origin) {
        return RpmReader.read(pack, origin);
    }

    /** What packages mean, in their order. */
    public List<PackageFacts> read(List<SoftwarePackage> packs, Origin origin) {
        return packs.stream().map(each -> read(each, origin)).toList();
    }

    @Override
    public boolean meets(Provision provided, Relation relation, @Nullable Evr version) {
        return RpmRanges.meets(provided, relation, version);
    }

    @Override
    public boolean together(Member one, Member other) {
        if (multiversion.contains(one.nevra().name()) && !one.nevra().equals(other.nevra())) {
            return true;
        }
        return RpmArchitectures.differInWidth(one.nevra().arch(), other.nevra().arch());
    }

    @Override
    public boolean replaces(Member one, Member other) {
        return !RpmArchitectures.differInWidth(one.nevra().arch(), other.nevra().arch());
    }

    @Override
    public boolean fits(String arch) {
        return architectures.contains(arch);
    }

    @Override
    public int compare(Evr left, Evr right) {
        return ORDER.compare(left, right);
    }
}
