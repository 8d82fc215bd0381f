package org.gridrollout.core.closure.debian;

import org.gridrollout.api.software.Capability.Relation;
import org.gridrollout.api.software.Evr;
import org.gridrollout.core.closure.Ecosystem;
import org.gridrollout.core.closure.Member;
import org.gridrollout.core.closure.Origin;
import org.gridrollout.core.closure.PackageFacts;
import org.gridrollout.core.closure.Provision;
import org.gridrollout.core.version.DebianVersionScheme;
import org.jspecify.annotations.Nullable;

/**
 * Debian packages on machines of one architecture. Immutable.
 *
 * <ul>
 *   <li>What is provided without a version meets only what is asked without one.
 *   <li>Breaks and conflicts look at everything provided, but not at the package itself; both hold for good once installed.
 *   <li>{@code name:any} asks for a package that is Multi-Arch: allowed; the own architecture and {@code native} change
 *       nothing; what is asked of another architecture nobody here provides.
 *   <li>Of one name one package. Pre-Depends differ from Depends in their order of unpacking only.
 * </ul>
 *
 * <p>Source: Debian Policy, chapter 7; for qualifiers, the Multi-Arch specification.
 */
public final class DebianEcosystem implements Ecosystem {

    private static final DebianVersionScheme ORDER = new DebianVersionScheme();

    private final String arch;

    private DebianEcosystem(String arch) {
        this.arch = arch;
    }

    /**
     * Machines of an architecture, without foreign ones.
     *
     * @param arch as dpkg names it, {@code amd64}
     */
    public static DebianEcosystem on(String arch) {
        return new DebianEcosystem(arch);
    }

    /** A reader of packages that remembers what it has read; for one thread. */
    public DebianReader reader() {
        return new DebianReader(arch);
    }

    /** What one package means. A dependency that cannot be read becomes its fault: it cannot be installed then. */
    public PackageFacts read(DebianPackage pack, Origin origin) {
        return reader().read(pack, origin);
    }

    @Override
    public boolean meets(Provision provided, Relation relation, @Nullable Evr version) {
        if (version == null) {
            return true;
        }
        Evr have = provided.version();
        if (have == null) {
            return false;
        }
        int order = ORDER.compare(have, version);
        return switch (relation) {
            case ANY -> true;
            case LT -> order < 0;
            case LE -> order <= 0;
            case EQ -> order == 0;
            case GE -> order >= 0;
            case GT -> order > 0;
        };
    }

    @Override
    public boolean together(Member one, Member other) {
        return false;
    }

    /** Nothing is obsoleted here: that is said with breaks, conflicts and replaces. */
    @Override
    public boolean replaces(Member one, Member other) {
        return true;
    }

    @Override
    public boolean fits(String asked) {
        return asked.equals(arch) || asked.equals("all");
    }

    @Override
    public int compare(Evr left, Evr right) {
        return ORDER.compare(left, right);
    }
}
