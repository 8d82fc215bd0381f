package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.PublicationResult;
import org.gridrollout.api.publication.PublicationResult.AlreadyPublished;
import org.gridrollout.api.publication.PublicationResult.Cancelled;
import org.gridrollout.api.publication.PublicationResult.Conflict;
import org.gridrollout.api.publication.PublicationResult.Published;
import org.gridrollout.api.publication.PublicationResult.Refused;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.filesystem.Manifest.Withdrawn;

/**
 * One change set on its way into one tree. Everything the new generation needs is made beside the old one; then one rename
 * makes it current. Needs the writer's lock from beginning to end.
 */
final class Publication {

    private final Tree tree;
    private final Manifest before;
    private final ChangeSet change;
    private final Contents contents;
    private final OfferedNames names;
    private final Pool pool;
    private final Disk disk;
    private final ChangeMarkers markers;
    private final Leftovers leftovers;
    private final Workers workers;
    private final GenerationBuilder builder;
    private final Generations generations;

    Publication(
            Tree tree,
            Manifest before,
            ChangeSet change,
            Contents contents,
            OfferedNames names,
            Pool pool,
            Disk disk,
            Workers workers,
            GenerationBuilder builder,
            Generations generations) {
        this.tree = tree;
        this.before = before;
        this.change = change;
        this.contents = contents;
        this.names = names;
        this.pool = pool;
        this.disk = disk;
        this.markers = new ChangeMarkers(tree, disk);
        this.leftovers = new Leftovers(tree, disk);
        this.workers = workers;
        this.builder = builder;
        this.generations = generations;
    }

    PublicationResult run(long expectedGeneration) throws IOException {
        Optional<PublicationResult> fate = fate();
        if (fate.isPresent()) {
            return fate.get() instanceof Cancelled
                    ? new Refused(List.of("Change set " + change.id() + " was cancelled."))
                    : fate.get();
        }
        if (before.number() != expectedGeneration) {
            return new Conflict(before.number());
        }
        List<String> problems = contents.problems();
        if (!problems.isEmpty()) {
            return new Refused(problems);
        }
        leftovers.clear(before);
        publish(contents.after());
        return new Published(before.number() + 1);
    }

    PublicationResult cancel() throws IOException {
        Optional<PublicationResult> fate = fate();
        if (fate.isPresent()) {
            return fate.get();
        }
        markers.cancel(change.id());
        return new Cancelled();
    }

    /** What became of the change set earlier, on the disk for good. */
    private Optional<PublicationResult> fate() throws IOException {
        Optional<PublicationResult> fate = markers.fateOf(change.id(), before);
        if (fate.isPresent() && fate.get() instanceof AlreadyPublished) {
            disk.syncDirectory(tree.generations()); // whoever committed it may have been stopped before this
        }
        return fate;
    }

    private void publish(Succession next) throws IOException {
        long number = before.number() + 1;
        disk.createDirectories(tree.generations());
        builder.begin(tree, before);
        List<Withdrawn> collected = names.collected(
                before.withdrawn(), before.holdings().notIn(next.after()).size());
        Manifest manifest = workers.beside(aside -> {
            aside.begin(() -> markers.keep(before));
            aside.begin(() -> names.keep(collected));
            aside.begin(() -> linkPackages(number, next.after().notIn(before.holdings())));
            return builder.build(tree, before.without(collected), next);
        });
        CommitPoint.pass(tree, number, disk);
        leftovers.forget();
        builder.forget(before, manifest);
        generations.remember(tree, manifest);
    }

    private void linkPackages(long number, List<PackageRef> added) throws IOException {
        List<PackageRef> missing = new ArrayList<>();
        Set<Path> shelves = new TreeSet<>();
        for (PackageRef each : added) {
            Path file = fileOf(each);
            shelves.add(file.resolveSibling(""));
            if (!Files.exists(file)) {
                missing.add(each);
            } else if (!pool.isContentOf(file, each.sha256())) {
                throw new IOException(file + " is in the way of package " + each
                        + ": it has other content and was not put there by this library; move it away");
            }
        }
        if (!missing.isEmpty()) {
            leftovers.announce(
                    number,
                    missing.stream()
                            .map(each -> PackageLocation.of(each.nevra()))
                            .toList());
        }
        for (Path each : shelves) {
            disk.createDirectories(each);
        }
        for (PackageRef each : missing) {
            disk.link(fileOf(each), pool.path(each.sha256()));
        }
        Set<Path> directories = new TreeSet<>(shelves);
        added.forEach(each -> directories.add(pool.shard(each.sha256()))); // whoever took it in may have been stopped
        workers.forEach(List.copyOf(directories), disk::syncDirectory);
    }

    private Path fileOf(PackageRef ref) {
        return tree.packageFile(PackageLocation.of(ref.nevra()));
    }
}
