package org.gridrollout.benchmarks.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** {@code aptly publish update} of a local repository of Debian packages. */
final class AptlyPublish implements Publisher {

    private static final String DISTRIBUTION = "stable";

    private Path root = Path.of("unset");

    @Override
    public String name() {
        return "aptly publish update";
    }

    @Override
    public Optional<String> missing() {
        return Commands.missing("aptly", "dpkg-deb");
    }

    @Override
    public void begin(Path directory) throws IOException, InterruptedException {
        root = Files.createDirectories(directory.resolve("aptly"));
        Files.writeString(root.resolve("aptly.conf"), "{\"rootDir\": \"" + root + "\"}\n");
        Commands.run(aptly("repo", "create", "-distribution=" + DISTRIBUTION, "-component=main", "grid"));
        addPackage(-1);
        Commands.run(aptly("publish", "repo", "-skip-signing", "-architectures=all,amd64", "grid"));
    }

    @Override
    public void addPackage(int number) throws IOException, InterruptedException {
        Path deb = Samples.deb(Files.createDirectories(root.resolve("packages")), number + 1);
        Commands.run(aptly("repo", "add", "grid", deb.toString()));
    }

    @Override
    public ProcessBuilder publication() {
        return aptly("publish", "update", "-skip-signing", DISTRIBUTION);
    }

    @Override
    public Optional<String> damage() throws IOException {
        return AptTree.damage(root.resolve("public"), DISTRIBUTION);
    }

    @Override
    public void mend() throws IOException, InterruptedException {
        Commands.run(aptly("db", "recover"));
    }

    private ProcessBuilder aptly(String... arguments) {
        String[] command = new String[arguments.length + 2];
        command[0] = "aptly";
        command[1] = "-config=" + root.resolve("aptly.conf");
        System.arraycopy(arguments, 0, command, 2, arguments.length);
        return Commands.quiet(command);
    }
}
