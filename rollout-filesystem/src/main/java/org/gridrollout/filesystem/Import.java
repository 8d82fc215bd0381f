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
import java.util.stream.IntStream;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Stage;
import org.gridrollout.api.spi.UnreadablePackageException;
import org.gridrollout.filesystem.upkeep.ImportReport.Refused;
import org.gridrollout.filesystem.upkeep.Progress;
import org.gridrollout.filesystem.yum.Digests;

/**
 * Takes in what lies in a directory, several packages at once. Files already here are read again but not kept twice, so it
 * can be cut off anywhere.
 */
final class Import {

    private final Pool pool;
    private final Workers workers;
    private final Supplier<Pool.Inspection> inspections;
    private final ImportedNames names;
    private final Trust trust;
    private final Stage stage;
    private final List<PackageRef> whole = new ArrayList<>();
    private final Set<PackageRef> withdrawn = new HashSet<>();
    private final List<Refused> refused = new ArrayList<>();

    Import(
            Pool pool,
            Workers workers,
            Supplier<Pool.Inspection> inspections,
            ImportedNames names,
            Trust trust,
            Stage stage) {
        this.pool = pool;
        this.workers = workers;
        this.inspections = inspections;
        this.names = names;
        this.trust = trust;
        this.stage = stage;
    }

    /** Takes everything in that is not refused; publishes nothing. */
    void run(ImportSource source, Progress progress) throws IOException {
        List<ImportSource.Item> items = source.items();
        Tally tally = new Tally(progress, "import", items.size());
        Optional<Access> own = items.isEmpty() ? Optional.empty() : pool.access();
        Verdict[] verdicts = new Verdict[items.size()];
        workers.forEach(IntStream.range(0, verdicts.length).boxed().toList(), i -> {
            verdicts[i] = adopt(items.get(i), own);
            tally.next();
        });
        tally.end();
        for (Verdict each : verdicts) { // in order, since the first one that has a name keeps it
            each.pass();
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

    /** What is left to say of a package when its turn comes. */
    private interface Verdict {
        void pass() throws IOException;
    }

    private Verdict adopt(ImportSource.Item item, Optional<Access> own) throws IOException {
        try {
            PackageRef ref = adopt(item.path().toRealPath(), item.path().toString(), own);
            return () -> judge(ref, item);
        } catch (UnreadablePackageException e) {
            String reason = "It is not a readable package: " + e.problem() + ".";
            return () -> refuse(item, reason);
        } catch (NoSuchFileException e) {
            return () -> refuse(item, "The index names it, but there is no such file.");
        }
    }

    private void judge(PackageRef ref, ImportSource.Item item) throws IOException {
        Optional<String> problem = problem(ref, item);
        if (problem.isPresent()) {
            refuse(item, problem.get());
        } else {
            take(ref, item);
        }
    }

    private void refuse(ImportSource.Item item, String reason) {
        refused.add(new Refused(item.path(), reason));
    }

    private Optional<String> problem(PackageRef ref, ImportSource.Item item) throws IOException {
        Optional<String> said =
                item.digest().filter(each -> !each.equals(ref.sha256().hex()));
        if (said.isPresent()) {
            return Optional.of("The index says that its digest is " + said.get() + ", it is " + ref.sha256() + ".");
        }
        Optional<String> distrust = names.isOffered(ref) ? Optional.empty() : trust.objection(stage, ref);
        return distrust.isPresent() ? distrust : names.problem(ref, item.path()); // what is refused takes no name
    }

    private void take(PackageRef ref, ImportSource.Item item) {
        whole.add(ref);
        Optional<Long> generation = names.withdrawn(ref);
        if (generation.isPresent()) {
            withdrawn.add(ref);
            refuse(
                    item,
                    "Generation " + generation.get()
                            + " took it out of the repository; an import does not bring it back."
                            + " Publish it by a change set of its own if it is wanted.");
        }
    }

    private PackageRef adopt(Path file, String origin, Optional<Access> own) throws IOException {
        try {
            return mayBeLinked(file, own) ? ref(pool.adopt(file, origin, inspections.get())) : copy(file, origin);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (FileSystemException | UnsupportedOperationException e) { // another volume, or a file of another user
            return copy(file, origin);
        }
    }

    /** A link has the owner and the permissions of what it links to. */
    private boolean mayBeLinked(Path file, Optional<Access> own) throws IOException {
        return pool.isBeside(file)
                && (own.isEmpty()
                        || Access.to(file)
                                .filter(each -> each.standsInFor(own.get()))
                                .isPresent());
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
