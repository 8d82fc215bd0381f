package org.gridrollout.filesystem;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A real dnf with a system and a cache of its own, which knows one published repository. */
final class Dnf {

    private final Path scratch;
    private final URI repository;
    private final List<String> signatures;

    Dnf(Path scratch, Path repository) {
        this(scratch, URI.create("file://" + repository));
    }

    Dnf(Path scratch, URI repository) {
        this(scratch, repository, List.of("--nogpgcheck"));
    }

    private Dnf(Path scratch, URI repository, List<String> signatures) {
        this.scratch = scratch;
        this.repository = repository;
        this.signatures = signatures;
    }

    /** One that wants packages and metadata signed by keys of these files. */
    static Dnf trusting(Path scratch, Path repository, Path... keys) {
        String urls = Stream.of(keys).map(each -> "file://" + each).collect(Collectors.joining(","));
        return new Dnf(
                scratch,
                URI.create("file://" + repository),
                List.of(
                        "--setopt=t.gpgcheck=1",
                        "--setopt=t.repo_gpgcheck=1",
                        "--setopt=t.gpgkey=" + urls,
                        "--setopt=t.skip_if_unavailable=0"));
    }

    /** Skips the test where this dnf does not know that command. */
    static void requirePlugin(String command) {
        String known = Tools.run("dnf", "--help");
        assumeTrue(
                known.contains("\n" + command), "needs dnf's plugin for " + command + ", which is not installed here");
    }

    /** Runs it; it must succeed. */
    String run(String... arguments) {
        return Tools.run(command(arguments).toArray(String[]::new));
    }

    /** Runs it and returns what it prints, whether it succeeds or not. */
    String say(String... arguments) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "\"$@\" || true", "sh"));
        command.addAll(command(arguments));
        return Tools.run(command.toArray(String[]::new));
    }

    /** Runs it; it must fail. What it says. */
    String refusal(String... arguments) {
        return Tools.failure(command(arguments).toArray(String[]::new));
    }

    private List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                "dnf",
                "--quiet",
                "--installroot=" + scratch.resolve("root"),
                "--releasever=9",
                "--forcearch=x86_64",
                "--setopt=reposdir=/nonexistent",
                "--setopt=cachedir=" + scratch.resolve("cache"),
                "--repofrompath=t," + repository,
                "--repo=t"));
        command.addAll(signatures);
        command.addAll(List.of(arguments));
        return command;
    }

    /** What is installed, one package per line. */
    List<String> installed() {
        String names = Tools.run("rpm", "--root", scratch.resolve("root").toString(), "-qa", "--qf", "%{NEVRA}\n");
        return names.lines().sorted().toList();
    }
}
