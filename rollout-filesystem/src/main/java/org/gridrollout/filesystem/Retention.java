package org.gridrollout.filesystem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gridrollout.api.publication.Advisory;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.filesystem.Manifest.Kept;

/**
 * Which earlier versions stay in the index, for sites that pin them, when a change set puts higher ones in their place. What
 * one change set replaces stays whole or not at all, as it came. What was taken out and not replaced never stays, and takes
 * its predecessors along: they would be the highest then, and nobody decided for them.
 *
 * @param versions how many of each component and architecture, beside the one offered
 * @param order of versions
 * @param fit whether a package may stay at all
 */
record Retention(int versions, Comparator<Evr> order, Predicate<PackageRef> fit) {

    /** Everything that was removed leaves the index. */
    static final Retention NONE = new Retention(0, Comparator.comparing(Evr::epoch), each -> false);

    /** What the generation after {@code before} holds. */
    Succession after(Manifest before, ChangeSet change) {
        if (versions == 0 && before.kept().isEmpty()) {
            return succession(before, change, List.of());
        }
        Set<PackageRef> offered = new LinkedHashSet<>(before.offered());
        List<PackageRef> replaced =
                change.remove().stream().filter(offered::contains).distinct().toList();
        change.remove().forEach(offered::remove);
        offered.addAll(change.add());
        List<Kept> kept = new ArrayList<>();
        List<PackageRef> stay = new ArrayList<>();
        keep(replaced, before.number() + 1, byComponent(change.add()), stay, kept);
        Map<String, List<PackageRef>> current = byComponent(offered);
        earlier(before).forEach((generation, group) -> {
            List<PackageRef> rest =
                    group.stream().filter(each -> !offered.contains(each)).toList();
            if (rest.stream().noneMatch(change.remove()::contains)) {
                keep(rest, generation, current, stay, kept);
            }
        });
        return succession(before, change, kept);
    }

    /** All of them or none. */
    private void keep(
            List<PackageRef> group,
            long generation,
            Map<String, List<PackageRef>> successors,
            List<PackageRef> stay,
            List<Kept> kept) {
        boolean all = group.stream()
                .allMatch(each -> fit.test(each)
                        && successors.getOrDefault(each.component(), List.of()).stream()
                                .anyMatch(next -> isHigher(next, each))
                        && stay.stream().filter(next -> isHigher(next, each)).count() < versions);
        if (all) {
            stay.addAll(group);
            group.forEach(each -> kept.add(new Kept(each.sha256(), generation)));
        }
    }

    private boolean isHigher(PackageRef next, PackageRef ref) {
        String one = next.nevra().arch();
        String other = ref.nevra().arch();
        return next.component().equals(ref.component())
                && (one.equals(other) || one.equals("noarch") || other.equals("noarch"))
                && order.compare(next.nevra().evr(), ref.nevra().evr()) > 0;
    }

    /** What is kept already by the generation that replaced it, the latest first. */
    private static Map<Long, List<PackageRef>> earlier(Manifest before) {
        Map<Long, List<PackageRef>> groups = new TreeMap<>(Comparator.reverseOrder());
        Map<PackageRef, Long> kept = before.keptPackages();
        kept.forEach((ref, generation) ->
                groups.computeIfAbsent(generation, key -> new ArrayList<>()).add(ref));
        return groups;
    }

    private static Map<String, List<PackageRef>> byComponent(Collection<PackageRef> packages) {
        return packages.stream().collect(Collectors.groupingBy(PackageRef::component));
    }

    private static Succession succession(Manifest before, ChangeSet change, List<Kept> kept) {
        Set<PackageRef> removed = new LinkedHashSet<>(change.remove());
        removed.addAll(before.keptPackages().keySet());
        change.add().forEach(removed::remove);
        Set<Sha256> staying = kept.stream().map(Kept::sha256).collect(Collectors.toSet());
        removed.removeIf(each -> staying.contains(each.sha256()));
        List<Advisory> advisories = change.advisories().stream()
                .map(each -> each.withPackages(change.packagesOf(each)))
                .toList();
        return new Succession(change.id(), advisories, kept, before.holdings().change(removed, change.add()));
    }
}
