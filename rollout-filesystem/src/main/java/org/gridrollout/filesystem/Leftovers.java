package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a publication that never committed leaves, and how the next writer takes it away. Package links are announced in an
 * intent file before they are made: a link no metadata ever named must not keep its name from another package. Needs the
 * writer's lock.
 */
final class Leftovers {

    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    private final Tree tree;
    private final Disk disk;

    Leftovers(Tree tree, Disk disk) {
        this.tree = tree;
        this.disk = disk;
    }

    /** Says which package files generation {@code number} is going to add. */
    void announce(long number, List<String> locations) throws IOException {
        CheckedLines lines = new CheckedLines().add(number);
        locations.forEach(lines::add);
        disk.replace(tree.intent(), tree.generations().resolve("intent.next"), lines.toBytes());
    }

    /** Everything there is to {@link #clear}. */
    List<Path> of(Manifest current) throws IOException {
        List<Path> found = new ArrayList<>();
        found.add(tree.nextLink());
        for (String[] each : announced(current.number())) {
            found.add(tree.packageFile(each[0]));
        }
        found.addAll(indexes(current));
        found.add(tree.generation(current.number() + 1));
        found.add(tree.intent());
        found.removeIf(each -> !Files.exists(each, LinkOption.NOFOLLOW_LINKS));
        return found;
    }

    /** Takes away what is not part of the current generation. */
    void clear(Manifest current) throws IOException {
        if (!Files.isDirectory(tree.generations())) {
            return;
        }
        disk.delete(tree.nextLink());
        undoLinks(current.number());
        for (Path each : indexes(current)) {
            disk.delete(each);
        }
        disk.deleteTree(tree.generation(current.number() + 1));
    }

    /** The index files that no generation names; looked for only where one was begun. */
    private List<Path> indexes(Manifest current) throws IOException {
        if (!Files.isDirectory(tree.generation(current.number() + 1))) {
            return List.of();
        }
        return Superseded.indexesOfNone(current, Superseded.before(current, tree), tree);
    }

    /** After the commit the announcement is void by its number; taking it away is tidiness. */
    void forget() {
        try {
            disk.delete(tree.intent());
        } catch (IOException e) {
            LOG.debug("Intent {} stays until the next publication", tree.intent(), e);
        }
    }

    private void undoLinks(long current) throws IOException {
        List<String[]> announced = announced(current);
        if (!announced.isEmpty()) {
            Set<Path> directories = new HashSet<>();
            for (String[] each : announced) {
                Path file = tree.packageFile(each[0]);
                disk.delete(file);
                directories.add(file.resolveSibling(""));
            }
            for (Path each : directories) {
                if (Files.isDirectory(each)) {
                    disk.syncDirectory(each);
                }
            }
            LOG.info("Took away {} package links of a publication to {} that was cut off", announced.size(), tree);
        }
        disk.delete(tree.intent());
    }

    /** The package files that a publication after that generation was going to add. */
    private List<String[]> announced(long current) throws IOException {
        Optional<List<String[]>> lines;
        try {
            lines = CheckedLines.parse(Files.readAllBytes(tree.intent()));
        } catch (NoSuchFileException e) {
            return List.of();
        }
        return lines.filter(all -> !all.isEmpty() && Long.parseLong(all.get(0)[0]) > current)
                .map(all -> all.subList(1, all.size()))
                .orElse(List.of()); // replaced at once, so it is whole unless the disk is ill
    }
}
