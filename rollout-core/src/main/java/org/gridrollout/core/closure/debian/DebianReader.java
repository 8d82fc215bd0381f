package org.gridrollout.core.closure.debian;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridrollout.api.software.Capability.Relation;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.core.closure.Demand;
import org.gridrollout.core.closure.Exclusion;
import org.gridrollout.core.closure.MalformedDependencyException;
import org.gridrollout.core.closure.Member;
import org.gridrollout.core.closure.Need;
import org.gridrollout.core.closure.Origin;
import org.gridrollout.core.closure.PackageFacts;
import org.gridrollout.core.closure.Provision;

/** Reads what Debian packages mean; the same text is read once. Mutable, for one thread. */
public final class DebianReader {

    private final String arch;
    private final Map<String, Need> needs = new HashMap<>();
    private final Map<String, Demand.Provides> demands = new HashMap<>();

    DebianReader(String arch) {
        this.arch = arch;
    }

    /** What one package means. A dependency that cannot be read becomes its fault: it cannot be installed then. */
    public PackageFacts read(DebianPackage pack, Origin origin) {
        Evr evr = version(pack.version(), pack.version());
        Member member = new Member(new Nevra(pack.name(), evr, pack.architecture()), pack.sha256(), origin);
        List<Provision> provides = new ArrayList<>();
        List<Need> wanted = new ArrayList<>();
        List<Exclusion> excludes = new ArrayList<>();
        String fault = null;
        try {
            provide(pack, evr, provides);
            need(pack.preDepends(), wanted);
            need(pack.depends(), wanted);
            exclude(pack.conflicts(), Exclusion.Kind.CONFLICTS, excludes);
            exclude(pack.breaks(), Exclusion.Kind.BREAKS, excludes);
        } catch (MalformedDependencyException e) {
            fault = "states what cannot be read: " + e.getMessage();
        }
        return new PackageFacts(member, provides, wanted, excludes, List.of(), fault);
    }

    private void provide(DebianPackage pack, Evr evr, List<Provision> provides) {
        boolean anyArch = pack.multiArch().equals("allowed");
        provides.add(new Provision(pack.name(), Relation.EQ, evr, true));
        if (anyArch) {
            provides.add(new Provision(pack.name() + ":any", Relation.EQ, evr, false));
        }
        for (String each : Relations.split(pack.provides(), ',')) {
            Demand.Provides read = demand(each);
            provides.add(new Provision(read.name(), read.relation(), read.version(), false));
            if (anyArch) {
                provides.add(new Provision(read.name() + ":any", read.relation(), read.version(), false));
            }
        }
    }

    private void need(String field, List<Need> wanted) {
        for (String text : Relations.split(field, ',')) {
            Need known = needs.get(text);
            if (known == null) {
                List<Demand> anyOf = new ArrayList<>();
                for (String each : Relations.split(text, '|')) {
                    anyOf.add(demand(each));
                }
                known = new Need(text, anyOf, List.of());
                needs.put(text, known);
            }
            wanted.add(known);
        }
    }

    private void exclude(String field, Exclusion.Kind kind, List<Exclusion> excludes) {
        for (String text : Relations.split(field, ',')) {
            excludes.add(new Exclusion(text, demand(text), kind));
        }
    }

    private Demand.Provides demand(String text) {
        Demand.Provides known = demands.get(text);
        if (known == null) {
            known = Relations.read(text, arch);
            demands.put(text, known);
        }
        return known;
    }

    /** As dpkg splits it, without asking whether it is a legal version. */
    static Evr version(String text, String within) {
        int colon = text.indexOf(':');
        int hyphen = text.lastIndexOf('-');
        int end = hyphen > colon ? hyphen : text.length();
        if (end == colon + 1) {
            throw new MalformedDependencyException(within, 0, "'" + text + "' has no upstream version");
        }
        String revision = end < text.length() ? text.substring(end + 1) : "";
        return new Evr(colon < 0 ? 0 : epoch(text, colon, within), text.substring(colon + 1, end), revision);
    }

    private static long epoch(String text, int colon, String within) {
        long epoch = 0;
        for (int i = 0; i < colon; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || epoch * 10 + digit > Integer.MAX_VALUE) {
                throw new MalformedDependencyException(
                        within, 0, "the epoch of '" + text + "' is no number up to " + Integer.MAX_VALUE);
            }
            epoch = epoch * 10 + digit;
        }
        return epoch;
    }
}
