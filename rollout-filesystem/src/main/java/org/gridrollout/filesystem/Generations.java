package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.gridrollout.api.spi.RepositoryException;

/** Reads what is published now. Never waits; thread-safe. Keeps the last manifest of each tree, since they never change. */
final class Generations {

    /** A generation's file that says what it is. */
    static final String MANIFEST = "manifest";

    /** A generation's file that lists its packages. */
    static final String LISTING = "packages.gz";

    private static final int ATTEMPTS = 5;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    private final Map<Tree, Known> known = new ConcurrentHashMap<>();

    /**
     * The manifest of the generation that the link points at.
     *
     * @throws RepositoryException if there is no link although something was published or lies there, or what it points at cannot be read
     */
    Manifest current(Tree tree) throws IOException {
        for (int attempt = 1; ; attempt++) {
            Optional<Path> target = target(tree);
            if (target.isEmpty()) {
                requireNothingPublished(tree);
                return Manifest.empty();
            }
            try {
                return read(tree, target.get().resolve(MANIFEST));
            } catch (NoSuchFileException e) {
                // superseded and collected between the two looks; the link says something else by now
                if (attempt == ATTEMPTS) {
                    throw new RepositoryException(
                            tree + " points at " + target.get()
                                    + " but there is no manifest in it; restore that directory from a backup",
                            e);
                }
            }
        }
    }

    /** Keeps what was just published, so that the next call need not read it. */
    void remember(Tree tree, Manifest published) throws IOException {
        Path file = tree.generation(published.number()).resolve(MANIFEST);
        known.put(tree, new Known(Identity.of(file), published));
    }

    /** The numbers of the generations that have a directory, rising. */
    static SortedSet<Long> numbers(Tree tree) throws IOException {
        SortedSet<Long> numbers = new TreeSet<>();
        for (Path each : Trees.entries(tree.generations())) {
            String name = String.valueOf(each.getFileName());
            if (NUMBER.matcher(name).matches()) {
                numbers.add(Long.parseLong(name));
            }
        }
        return numbers;
    }

    private static Optional<Path> target(Tree tree) throws IOException {
        try {
            return Optional.of(tree.generations().resolve(Files.readSymbolicLink(tree.link())));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (NotLinkException e) {
            throw new RepositoryException(
                    tree.link() + " is not a symbolic link, so not published by this library; move it away", e);
        }
    }

    /** Only a first publication that was cut off leaves a generation without a link. */
    private static void requireNothingPublished(Tree tree) throws IOException {
        if (Files.isSymbolicLink(tree.repodata())) {
            throw new RepositoryException(tree.repodata()
                    + " is in the way: it is a link, not the directory that this library makes; move it away");
        }
        SortedSet<Long> numbers = numbers(tree);
        if (!numbers.isEmpty() && numbers.last() > 1 && target(tree).isEmpty()) { // not made since the first look
            throw new RepositoryException(tree.link() + " is missing although there are generations up to "
                    + numbers.last() + "; make it again: ln -s " + tree.linkTarget(numbers.last()) + " " + tree.link()
                    + ", or restore it from a backup");
        }
    }

    private Manifest read(Tree tree, Path file) throws IOException {
        Identity identity = Identity.of(file);
        Known last = known.get(tree);
        if (last != null && last.identity().equals(identity)) {
            return last.manifest();
        }
        byte[] listing = Files.readAllBytes(file.resolveSibling(LISTING));
        Manifest manifest = ManifestFormat.read(Files.readAllBytes(file), listing)
                .orElseThrow(() -> new RepositoryException("Manifest " + file + " or the " + LISTING
                        + " beside it is damaged or of a later version; restore it from a backup"));
        known.put(tree, new Known(identity, manifest));
        return manifest;
    }

    private record Known(Identity identity, Manifest manifest) {}

    /** Tells apart files that had one name at different times, such as before and after a backup was restored. */
    private record Identity(Path file, String key, long size, long modified) {
        static Identity of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Identity(
                    file,
                    Objects.toString(attributes.fileKey()),
                    attributes.size(),
                    attributes.lastModifiedTime().toMillis());
        }
    }
}
