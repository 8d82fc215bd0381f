package org.gridrollout.benchmarks.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gridrollout.benchmarks.Trees;

/** {@code createrepo_c --update} on a directory of packages. */
final class CreaterepoUpdate implements Publisher {

    private Path tree = Path.of("unset");

    @Override
    public String name() {
        return "createrepo_c --update";
    }

    @Override
    public Optional<String> missing() {
        return Commands.missing("createrepo_c");
    }

    @Override
    public void begin(Path directory) throws IOException {
        tree = Files.createDirectories(directory.resolve("tree"));
    }

    @Override
    public void addPackage(int number) throws IOException {
        Samples.rpm(tree, number);
    }

    @Override
    public ProcessBuilder publication() {
        return Commands.quiet("createrepo_c", "--update", "--no-database", "--quiet", tree.toString());
    }

    @Override
    public Optional<String> damage() throws IOException {
        return YumTree.damage(tree);
    }

    @Override
    public void mend() throws IOException {
        Trees.delete(tree.resolve(".repodata")); // what its message asks for
    }
}
