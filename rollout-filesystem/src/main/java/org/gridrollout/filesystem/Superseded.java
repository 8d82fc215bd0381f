package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A generation before the current one that still has a directory.
 *
 * @param at when its successor was published; its grace period counts from then
 * @param indexFiles those that its clients may ask for; empty if its manifest is lost or damaged, so that nobody knows
 */
record Superseded(long number, Instant at, Optional<List<String>> indexFiles) {

    /** All of them, rising. */
    static List<Superseded> before(Manifest current, Tree tree) throws IOException {
        List<Long> falling = new ArrayList<>(Generations.numbers(tree).headSet(current.number()));
        Collections.reverse(falling);
        List<Superseded> superseded = new ArrayList<>();
        Instant at = current.published();
        for (long each : falling) {
            Optional<Manifest> manifest = outline(tree, each);
            superseded.add(0, new Superseded(each, at, manifest.map(Manifest::indexFiles)));
            // without one the time of the successor stays, which is later and does no harm
            at = manifest.map(Manifest::published).orElse(at);
        }
        return superseded;
    }

    /** The index files that neither the current generation nor those name; none if one of them does not say what it names. */
    static List<Path> indexesOfNone(Manifest current, List<Superseded> superseded, Tree tree) throws IOException {
        Set<String> named = new HashSet<>(current.indexFiles());
        for (Superseded each : superseded) {
            if (each.indexFiles().isEmpty()) {
                return List.of();
            }
            named.addAll(each.indexFiles().get());
        }
        return Repodata.indexes(tree).stream()
                .filter(each -> !named.contains(String.valueOf(each.getFileName())))
                .toList();
    }

    /** Until when its clients may ask for what it named. */
    Instant end(Duration grace) {
        return at.plus(grace);
    }

    private static Optional<Manifest> outline(Tree tree, long number) throws IOException {
        try {
            return ManifestFormat.outline(
                    Files.readAllBytes(tree.generation(number).resolve(Generations.MANIFEST)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
