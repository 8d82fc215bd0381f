package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.spi.RepositoryException;

/** Where in the published trees a content should be as well. */
final class Copies {

    private final Path root;

    Copies(Path root) {
        this.root = root;
    }

    List<Path> of(Sha256 sha256) throws IOException {
        List<Path> copies = new ArrayList<>();
        for (Tree tree : Trees.under(root)) {
            Manifest manifest = manifest(tree);
            for (PackageRef each : manifest.packages()) {
                add(
                        copies,
                        tree,
                        PackageLocation.of(each.nevra()),
                        each.sha256().equals(sha256));
            }
            for (Manifest.Withdrawn each : manifest.withdrawn()) {
                add(copies, tree, each.location(), each.sha256().equals(sha256));
            }
        }
        return copies;
    }

    private static Manifest manifest(Tree tree) throws IOException {
        try {
            return new Generations().current(tree);
        } catch (RepositoryException e) {
            return Manifest.empty(); // a damage of its own, and reported as such
        }
    }

    private static void add(List<Path> copies, Tree tree, String location, boolean same) {
        Path file = tree.packageFile(location);
        if (same && Files.exists(file)) {
            copies.add(file);
        }
    }
}
