package org.gridrollout.filesystem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.spi.UnreadablePackageException;
import org.gridrollout.filesystem.upkeep.ImportReport.Refused;
import org.gridrollout.filesystem.upkeep.Progress;
import org.gridrollout.filesystem.yum.Digests;

/** Takes in what lies in a directory. Files already here are read again but not kept twice, so it can be cut off anywhere. */
final class Import {

    private final Pool pool;
    private final Supplier<Pool.Inspection> inspections;
    private final Manifest current;
    private final List<PackageRef> whole = new ArrayList<>();
    private final Set<PackageRef> withdrawn = new HashSet<>();
    private final List<Refused> refused = new ArrayList<>();

    Import(Pool pool, Supplier<Pool.Inspection> inspections, Manifest current) {
        this.pool = pool;
        this.inspections = inspections;
        this.current = current;
    }

    /** Takes everything in that is not refused; publishes nothing. */
    void run(ImportSource source, Progress progress) throws IOException {
        List<ImportSource.Item> items = source.items();
        Names names = new Names(current);
        progress.reached("import", 0, items.size());
        for (int i = 0; i < items.size(); i++) {
            take(items.get(i), names);
            progress.reached("import", i + 1, items.size());
        }
    }

    List<Refused> refused() {
        return refused;
    }

    /** In a generation's order. */
    List<PackageRef> taken() {
        return whole.stream()
                .filter(each -> !withdrawn.contains(each))
                .distinct()
                .sorted(Holdings.ORDER)
                .toList();
    }

    /** Those as well that were offered once and are not any more. */
    List<PackageRef> everTaken() {
        return List.copyOf(whole);
    }

    /** The same for the same packages, so that importing them twice publishes them once. */
    ChangeSetId id() {
        String digests = whole.stream()
                .map(each -> each.sha256().hex())
                .collect(Collectors.toCollection(TreeSet::new))
                .toString();
        return ChangeSetId.of("import:" + Digests.of(digests.getBytes(StandardCharsets.UTF_8)));
    }

    private void take(ImportSource.Item item, Names names) throws IOException {
        try {
            PackageRef ref = adopt(item.path().toRealPath(), item.path().toString());
            Optional<String> problem = item.digest()
                    .filter(said -> !said.equals(ref.sha256().hex()))
                    .map(said -> "The index says that its digest is " + said + ", it is " + ref.sha256() + ".")
                    .or(() -> names.problem(ref, item.path()));
            problem.ifPresentOrElse(each -> refused.add(new Refused(item.path(), each)), () -> take(ref, item, names));
        } catch (UnreadablePackageException e) {
            refused.add(new Refused(item.path(), e.getMessage() + "."));
        } catch (NoSuchFileException e) {
            refused.add(new Refused(item.path(), "The index names it, but there is no such file."));
        }
    }

    private void take(PackageRef ref, ImportSource.Item item, Names names) {
        whole.add(ref);
        Optional<Long> generation = names.withdrawn(ref);
        if (generation.isPresent()) {
            withdrawn.add(ref);
            refused.add(new Refused(
                    item.path(),
                    "Generation " + generation.get()
                            + " took it out of the repository; an import does not bring it back."
                            + " Publish it by a change set of its own if it is wanted."));
        }
    }

    private PackageRef adopt(Path file, String origin) throws IOException {
        try {
            return pool.isBeside(file) ? ref(pool.adopt(file, origin, inspections.get())) : copy(file, origin);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (FileSystemException | UnsupportedOperationException e) { // another volume, or a file of another user
            return copy(file, origin);
        }
    }

    private PackageRef copy(Path file, String origin) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return ref(pool.intake(in, origin, inspections.get()));
        }
    }

    private static PackageRef ref(StoredPackage stored) {
        return new PackageRef(stored.rpm().nevra(), stored.sha256());
    }

    /** Which content has which file name already, here or in the tree. */
    private static final class Names {

        private final Map<String, Sha256> holders = new HashMap<>();
        private final Map<Sha256, Long> withdrawn = new HashMap<>();
        private final Map<Sha256, Path> files = new HashMap<>();

        Names(Manifest current) {
            current.packages().forEach(each -> holders.put(PackageLocation.of(each.nevra()), each.sha256()));
            current.keptPackages().forEach((ref, generation) -> withdrawn.put(ref.sha256(), generation));
            current.withdrawn().forEach(each -> {
                holders.put(each.location(), each.sha256());
                withdrawn.put(each.sha256(), each.generation());
            });
        }

        Optional<String> problem(PackageRef ref, Path file) {
            Sha256 holder = holders.putIfAbsent(PackageLocation.of(ref.nevra()), ref.sha256());
            if (holder != null && !holder.equals(ref.sha256())) {
                String where = files.containsKey(holder) ? files.get(holder).toString() : "what was published there";
                return Optional.of("It has the name of " + where + " but other content; raise its release.");
            }
            files.putIfAbsent(ref.sha256(), file);
            return Optional.empty();
        }

        /** Which generation took it out of the repository. */
        Optional<Long> withdrawn(PackageRef ref) {
            return Optional.ofNullable(withdrawn.get(ref.sha256()));
        }
    }
}
