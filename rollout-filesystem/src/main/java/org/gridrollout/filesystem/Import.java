package org.gridrollout.filesystem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.spi.UnreadablePackageException;
import org.gridrollout.filesystem.upkeep.ImportReport.Refused;
import org.gridrollout.filesystem.upkeep.Progress;
import org.gridrollout.filesystem.yum.Digests;

/** Takes in what lies in a directory. Files already here are read again but not kept twice, so it can be cut off anywhere. */
final class Import {

    private final Pool pool;
    private final Supplier<Pool.Inspection> inspections;
    private final ImportedNames names;
    private final List<PackageRef> whole = new ArrayList<>();
    private final Set<PackageRef> withdrawn = new HashSet<>();
    private final List<Refused> refused = new ArrayList<>();

    Import(Pool pool, Supplier<Pool.Inspection> inspections, ImportedNames names) {
        this.pool = pool;
        this.inspections = inspections;
        this.names = names;
    }

    /** Takes everything in that is not refused; publishes nothing. */
    void run(ImportSource source, Progress progress) throws IOException {
        List<ImportSource.Item> items = source.items();
        progress.reached("import", 0, items.size());
        for (int i = 0; i < items.size(); i++) {
            take(items.get(i));
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

    private void take(ImportSource.Item item) throws IOException {
        try {
            PackageRef ref = adopt(item.path().toRealPath(), item.path().toString());
            Optional<String> problem = problem(ref, item);
            if (problem.isPresent()) {
                refused.add(new Refused(item.path(), problem.get()));
            } else {
                take(ref, item);
            }
        } catch (UnreadablePackageException e) {
            refused.add(new Refused(item.path(), e.getMessage() + "."));
        } catch (NoSuchFileException e) {
            refused.add(new Refused(item.path(), "The index names it, but there is no such file."));
        }
    }

    private Optional<String> problem(PackageRef ref, ImportSource.Item item) throws IOException {
        Optional<String> said =
                item.digest().filter(each -> !each.equals(ref.sha256().hex()));
        return said.isPresent()
                ? Optional.of("The index says that its digest is " + said.get() + ", it is " + ref.sha256() + ".")
                : names.problem(ref, item.path());
    }

    private void take(PackageRef ref, ImportSource.Item item) {
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
}
