package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.gridrollout.api.software.PackageRef;

/** Finds the files in a tree that neither its current generation nor a publication that was cut off explains. */
final class TreeStrays {

    private static final List<String> GENERATION = List.of(Generations.MANIFEST, Generations.LISTING);
    private static final Pattern RECORD = Pattern.compile("[0-9a-f]{64}|" + Records.TEMPORARY);

    private final Tree tree;
    private final Manifest manifest;
    private final Leftovers leftovers;
    private final Set<Path> known = new HashSet<>();
    private final Set<Path> passed = new HashSet<>();

    TreeStrays(Tree tree, Manifest manifest, Leftovers leftovers) {
        this.tree = tree;
        this.manifest = manifest;
        this.leftovers = leftovers;
    }

    void look(Survey survey) throws IOException {
        know();
        Files.walkFileTree(tree.directory(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return passed.contains(directory) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!isKnown(file) && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                    Strays.report(file, survey);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException cause) throws IOException {
                if (cause instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE; // collected meanwhile
                }
                throw cause;
            }
        });
    }

    private void know() throws IOException {
        known.add(tree.link());
        known.add(tree.nextLink());
        known.add(tree.intent());
        known.add(tree.generations().resolve("intent.next"));
        known.addAll(leftovers.of(manifest));
        passed.add(tree.generation(manifest.number() + 1));
        for (long each : Generations.numbers(tree).headSet(manifest.number())) {
            passed.add(tree.generation(each)); // superseded, and in its grace period or garbage
        }
        Path generation = tree.generation(manifest.number());
        GENERATION.forEach(each -> known.add(generation.resolve(each)));
        manifest.advisories().ifPresent(each -> known.add(generation.resolve(AdvisoryFiles.RECORD)));
        for (String each : Repodata.FIRST_READ) {
            known.add(generation.resolve(each));
            known.add(tree.repodata().resolve(each));
        }
        known.addAll(Repodata.indexes(tree)); // of this generation or an earlier one, or garbage
        manifest.withdrawn().forEach(each -> known.add(tree.packageFile(each.location())));
        for (PackageRef each : manifest.packages()) {
            known.add(tree.packageFile(PackageLocation.of(each.nevra())));
        }
    }

    private boolean isKnown(Path file) {
        Path shard = file.resolveSibling("");
        return known.contains(file)
                || (List.of(tree.changes(), tree.names()).contains(shard.getParent())
                        && RECORD.matcher(String.valueOf(file.getFileName())).matches());
    }
}
