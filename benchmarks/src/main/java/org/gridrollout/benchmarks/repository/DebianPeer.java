package org.gridrollout.benchmarks.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gridrollout.benchmarks.Programs;

/** A tool that promotes Debian packages from one repository to another; unsigned, and synced as it pleases. */
enum DebianPeer {
    REPREPRO("reprepro", "reprepro copy") {
        @Override
        void fill(Path directory, List<Path> production, List<Path> beta) throws IOException {
            Files.createDirectories(directory.resolve("conf"));
            Files.writeString(directory.resolve("conf/distributions"), """
                    Codename: production
                    Architectures: amd64
                    Components: main

                    Codename: beta
                    Architectures: amd64
                    Components: main
                    """);
            include(directory, "production", production);
            include(directory, "beta", beta);
        }

        @Override
        void promote(Path directory, int number) throws IOException {
            run(directory, List.of("copy", "production", "beta", DebianPackages.name(number)));
        }

        private void include(Path directory, String distribution, List<Path> files) throws IOException {
            for (int from = 0; from < files.size(); from += ARGUMENTS) {
                List<String> arguments = new ArrayList<>(List.of("includedeb", distribution));
                files.subList(from, Math.min(from + ARGUMENTS, files.size()))
                        .forEach(each -> arguments.add(each.toString()));
                run(directory, arguments);
            }
        }

        private void run(Path directory, List<String> arguments) throws IOException {
            List<String> command = new ArrayList<>(List.of("reprepro", "--silent", "-b", directory.toString()));
            command.addAll(arguments);
            Processes.output(command);
        }
    },

    APTLY("aptly", "aptly repo copy and publish update") {
        @Override
        void fill(Path directory, List<Path> production, List<Path> beta) throws IOException {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve("aptly.conf"), "{\"rootDir\": \"" + directory + "\"}\n");
            add(directory, "production", production);
            add(directory, "beta", beta);
            run(directory, "publish", "repo", "-skip-signing", "-architectures=amd64", "production");
        }

        @Override
        void promote(Path directory, int number) throws IOException {
            run(directory, "repo", "copy", "beta", "production", DebianPackages.name(number));
            run(directory, "publish", "update", "-skip-signing", "production");
        }

        private void add(Path directory, String repository, List<Path> files) throws IOException {
            Path incoming = PackageDirectory.linked(files, directory.resolve("incoming-" + repository));
            run(directory, "repo", "create", "-distribution=" + repository, "-component=main", repository);
            run(directory, "repo", "add", repository, incoming.toString());
        }

        private void run(Path directory, String... arguments) throws IOException {
            List<String> command = new ArrayList<>(List.of("aptly", "-config=" + directory.resolve("aptly.conf")));
            command.addAll(List.of(arguments));
            Processes.output(command);
        }
    };

    private static final int ARGUMENTS = 1_000;

    private final String program;
    private final String title;

    DebianPeer(String program, String title) {
        this.program = program;
        this.title = title;
    }

    /** What is measured. */
    String title() {
        return title;
    }

    boolean isInstalled() {
        return Programs.has(program);
    }

    /** Makes a production and a beta repository of those packages in a new directory. */
    abstract void fill(Path directory, List<Path> production, List<Path> beta) throws IOException;

    /** Brings a package of beta to production, and publishes that. */
    abstract void promote(Path directory, int number) throws IOException;
}
