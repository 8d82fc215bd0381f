package org.gridrollout.filesystem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridrollout.filesystem.yum.IndexListing;
import org.gridrollout.filesystem.yum.OpenIndex;
import org.gridrollout.filesystem.yum.RepomdReader;

/** A directory that packages are imported from: a YUM repository, whose index says which they are, or plain files. */
final class ImportSource {

    private final Path directory;

    ImportSource(Path directory) {
        this.directory = directory;
    }

    /**
     * One package.
     *
     * @param path where it is said to be, for messages
     * @param digest what an index says of it; absent where there is none, or none with SHA-256
     */
    record Item(Path path, Optional<String> digest) {}

    /** All of them, in order. */
    List<Item> items() throws IOException {
        Path repomd = directory.resolve("repodata").resolve("repomd.xml");
        List<Item> items = Files.exists(repomd) ? indexed(repomd) : found();
        items.sort(Comparator.comparing(Item::path));
        return items;
    }

    private List<Item> found() throws IOException {
        List<Item> items = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(directory)) {
            walk.filter(each -> String.valueOf(each.getFileName()).endsWith(".rpm"))
                    .filter(Files::isRegularFile)
                    .forEach(each -> items.add(new Item(each, Optional.empty())));
        }
        return items;
    }

    /** Files that lie about but are not in the index were not offered, and will not be. */
    private List<Item> indexed(Path repomd) throws IOException {
        List<Item> items = new ArrayList<>();
        for (RepomdReader.Entry each : RepomdReader.read(Files.readAllBytes(repomd))) {
            if (each.type().equals(IndexListing.PRIMARY)) {
                try (InputStream in = OpenIndex.of(repomd.resolveSibling(each.fileName()))) {
                    add(items, IndexListing.read(IndexListing.PRIMARY, in));
                }
            }
        }
        return items;
    }

    private void add(List<Item> items, Map<String, String> locations) throws IOException {
        for (Map.Entry<String, String> each : locations.entrySet()) {
            Path path = directory.resolve(each.getValue()).normalize();
            if (!path.startsWith(directory)) {
                throw new IOException("the index of " + directory + " names a package outside of it: " + each.getValue()
                        + "; import its packages as plain files, without repodata");
            }
            boolean sha256 = each.getKey().length() == 64;
            items.add(new Item(path, sha256 ? Optional.of(each.getKey()) : Optional.empty()));
        }
    }
}
