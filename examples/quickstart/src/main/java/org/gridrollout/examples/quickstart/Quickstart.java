package org.gridrollout.examples.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Stage;
import org.gridrollout.core.engine.RolloutEngine;
import org.gridrollout.core.engine.RolloutEngineBuilder;
import org.gridrollout.core.memory.InMemoryBaseRepositories;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The main job, end to end: from RPM files to a production repository that {@code dnf} installs from. */
@Command(
        name = "quickstart",
        mixinStandardHelpOptions = true,
        version = "Grid Rollout quickstart 0.1",
        description =
                "Plays a staged rollout in six acts on a real database and real YUM repositories, and draws its balance.",
        footer = "Stopped at any moment and started again with the same --work, it goes on where it was.")
public final class Quickstart implements Callable<Integer> {

    static final Instant BEGINNING = Instant.parse("2026-03-02T08:00:00Z");

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "where database and repositories live; default: a new temporary directory")
    private @Nullable Path work;

    @Option(
            names = "--packages",
            paramLabel = "DIR",
            description =
                    "a product team's RPM files, one release per directory or per source RPM; default: packages it builds itself, in six acts")
    private @Nullable Path packages;

    @Option(
            names = "--platform",
            paramLabel = "OS/ARCH",
            defaultValue = "el9/x86_64",
            description = "default: ${DEFAULT-VALUE}")
    private String platform = "el9/x86_64";

    @Option(
            names = "--serve",
            paramLabel = "PORT",
            description = "serve the repositories over HTTP on loopback afterwards, until stopped")
    private @Nullable Integer port;

    private Quickstart() {}

    /** Runs it; exit code 2 for unusable arguments, 1 if a rollout went otherwise than played. */
    public static void main(String[] arguments) {
        System.setProperty("org.jboss.logging.provider", "slf4j"); // Hibernate is not what this is about
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return new CommandLine(new Quickstart())
                .setParameterExceptionHandler((problem, given) -> fail(problem.getMessage(), 2))
                .setExecutionExceptionHandler((problem, line, given) -> explain(problem))
                .execute(arguments);
    }

    @Override
    public Integer call() throws IOException {
        Timeline timeline = new Timeline(System.out, CommandLine.Help.Ansi.AUTO.enabled());
        Platform where = platform();
        Optional<Path> team = Optional.ofNullable(packages);
        if (team.isPresent() && !Files.isDirectory(team.get())) {
            throw new CannotStart("There is no directory " + team.get());
        }
        Path home = work != null ? work : Files.createTempDirectory("grid-rollout-");
        timeline.say("Work directory " + home);
        try (Backends backends = Backends.open(home)) {
            play(backends, where, home, team, timeline);
            Path directory = backends.repository().directory(Stage.PRODUCTION, where);
            timeline.contents(List.of(
                    backends.repository().current(Stage.BETA, where),
                    backends.repository().current(Stage.PRODUCTION, where)));
            String component = team.isPresent() ? "" : " dcache";
            timeline.say(System.lineSeparator() + "Try it:");
            timeline.say("  " + DnfCommand.on(directory.toUri().toString(), where, component));
            serve(backends, where, component, timeline);
        }
        return 0;
    }

    private void play(Backends backends, Platform where, Path home, Optional<Path> team, Timeline timeline)
            throws IOException {
        SimulatedClock clock = new SimulatedClock(BEGINNING);
        RolloutEngineBuilder parts = RolloutEngine.builder()
                .store(backends.store())
                .repository(backends.repository())
                .clock(clock);
        if (team.isEmpty()) {
            parts.base(
                    new InMemoryBaseRepositories()); // nothing pinned: the example's packages need nothing below them
        }
        RolloutEngine engine = parts.build();
        Path built = Files.createDirectories(home.resolve("packages"));
        Play play = new Play(engine, clock, timeline);
        Depot depot = new Depot(backends.repository(), where, built);
        play.goOn();
        if (team.isPresent()) {
            new OwnPackages(play, depot).play(new TeamDirectory(team.get(), depot, timeline).batches());
        } else {
            new SixActs(play, depot).play();
            new Epilogue(engine, timeline).tell();
        }
    }

    private void serve(Backends backends, Platform where, String component, Timeline timeline) {
        if (port == null) {
            return;
        }
        WebServer web = WebServer.start(port, backends.repository().root());
        String path = "/" + Stage.PRODUCTION.path() + "/" + where;
        timeline.say("Serving " + web.url() + " until stopped (Ctrl-C):");
        timeline.say("  " + DnfCommand.on(web.url() + path, where, component));
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            web.stop();
        }
    }

    private Platform platform() {
        try {
            return Platform.parse(platform);
        } catch (InvalidValueException e) {
            throw new CannotStart("--platform: " + String.join("; ", e.violations()), e);
        }
    }

    private static int explain(Exception problem) throws Exception {
        if (problem instanceof CannotStart) {
            return fail(problem.getMessage(), 2);
        } else if (problem instanceof PlayedOtherwise) {
            return fail(problem.getMessage(), 1);
        }
        throw problem;
    }

    private static int fail(@Nullable String message, int code) {
        System.err.println("quickstart: " + message);
        return code;
    }
}
