package org.gridrollout.benchmarks.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** {@code reprepro includedeb}. */
final class Reprepro implements Publisher {

    private static final String DISTRIBUTION = "stable";

    private Path base = Path.of("unset");
    private Path deb = Path.of("unset");

    @Override
    public String name() {
        return "reprepro includedeb";
    }

    @Override
    public Optional<String> missing() {
        return Commands.missing("reprepro", "dpkg-deb");
    }

    @Override
    public void begin(Path directory) throws IOException {
        base = directory.resolve("reprepro");
        Files.createDirectories(base.resolve("conf"));
        Files.writeString(
                base.resolve("conf/distributions"),
                "Codename: " + DISTRIBUTION + "\nArchitectures: amd64\nComponents: main\n");
    }

    @Override
    public void addPackage(int number) throws IOException, InterruptedException {
        deb = Samples.deb(Files.createDirectories(base.resolve("packages")), number);
    }

    @Override
    public ProcessBuilder publication() {
        return Commands.quiet("reprepro", "-b", base.toString(), "includedeb", DISTRIBUTION, deb.toString());
    }

    @Override
    public Optional<String> damage() throws IOException {
        return AptTree.damage(base, DISTRIBUTION);
    }

    @Override
    public void mend() throws IOException {
        Files.deleteIfExists(base.resolve("db/lockfile")); // what its message asks for
    }
}
