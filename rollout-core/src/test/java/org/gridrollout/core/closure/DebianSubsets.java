package org.gridrollout.core.closure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridrollout.api.software.Evr;
import org.gridrollout.core.closure.debian.DebianPackage;
import org.gridrollout.core.version.DebianVersionScheme;

/** Looks at every subset of a few Debian packages, and asks of each what Debian Policy asks. */
final class DebianSubsets {

    private static final DebianVersionScheme ORDER = new DebianVersionScheme();

    private DebianSubsets() {}

    static Set<String> broken(List<DebianPackage> packages) {
        Set<String> broken = new HashSet<>();
        packages.forEach(each -> broken.add(name(each)));
        for (int bits = 1; bits < 1 << packages.size(); bits++) {
            List<DebianPackage> subset = new ArrayList<>();
            for (int i = 0; i < packages.size(); i++) {
                if ((bits >> i & 1) == 1) {
                    subset.add(packages.get(i));
                }
            }
            if (subset.stream().allMatch(each -> isSatisfied(each, subset))) {
                subset.forEach(each -> broken.remove(name(each)));
            }
        }
        return broken;
    }

    private static boolean isSatisfied(DebianPackage pack, List<DebianPackage> subset) {
        boolean needs = parts(pack.depends(), ",").stream()
                .allMatch(group -> parts(group, "\\|").stream()
                        .anyMatch(each -> subset.stream().anyMatch(other -> meets(other, each))));
        boolean conflicts = parts(pack.conflicts(), ",").stream()
                .anyMatch(each -> subset.stream().anyMatch(other -> other != pack && meets(other, each)));
        boolean twice =
                subset.stream().anyMatch(other -> other != pack && other.name().equals(pack.name()));
        return needs && !conflicts && !twice;
    }

    private static boolean meets(DebianPackage pack, String relation) {
        String[] words = relation.replaceAll("[()]", "").split(" ");
        boolean any = words[0].endsWith(":any");
        String name = words[0].replaceAll(":(any|amd64)", "");
        if (any && !pack.multiArch().equals("allowed")) {
            return false;
        }
        if (pack.name().equals(name) && holds(pack.version(), words)) {
            return true;
        }
        return parts(pack.provides(), ",").stream().anyMatch(each -> {
            String[] provided = each.replaceAll("[()]", "").split(" ");
            return provided[0].equals(name) && (words.length == 1 || provided.length == 3 && holds(provided[2], words));
        });
    }

    private static boolean holds(String version, String[] relation) {
        if (relation.length == 1) {
            return true;
        }
        int order = ORDER.compare(ORDER.parse(version), ORDER.parse(relation[2]));
        return switch (relation[1]) {
            case "=" -> order == 0;
            case ">=" -> order >= 0;
            case "<=" -> order <= 0;
            case ">>" -> order > 0;
            default -> order < 0;
        };
    }

    private static List<String> parts(String field, String separator) {
        return Arrays.stream(field.split(separator))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private static String name(DebianPackage pack) {
        Evr evr = ORDER.parse(pack.version());
        return pack.name() + "-" + evr + "." + pack.architecture();
    }
}
