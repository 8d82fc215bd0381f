package org.gridrollout.filesystem;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.publication.PublicationResult;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Stage;

/**
 * A process that publishes one generation after the other in several trees until it is killed. It starts in advance and waits to be told to
 * begin, so that a test does not wait for virtual machines.
 */
final class WriterProcess implements AutoCloseable {

    /** How many packages are offered at a time; the oldest is removed for each new one. */
    static final int OFFERED = 10;

    private final Process process;
    private final BufferedReader output;

    private WriterProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** @param packages a directory of package files; taken in their order, round and round */
    static WriterProcess start(FastStart java, Path root, Path packages) throws IOException {
        return new WriterProcess(java.command(Publishing.class, root.toString(), packages.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Lets it begin and waits until it is about to publish. */
    void begin() throws IOException {
        try (OutputStream input = process.getOutputStream()) {
            input.write('\n');
        }
        String line = output.readLine();
        if (line == null) {
            throw new IOException("the writer ended before it began");
        }
    }

    /** Waits until it has published so often. */
    void awaitPublications(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            if (output.readLine() == null) {
                throw new IOException("the writer ended by itself");
            }
        }
    }

    /** Ends it by SIGKILL; what it had said by then. */
    List<String> kill() throws IOException, InterruptedException {
        process.toHandle().destroyForcibly(); // Process.destroyForcibly would close what it had said
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IOException("process " + process.pid() + " does not die");
        }
        List<String> lines = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
        }
        return lines;
    }

    int exitValue() {
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** What runs in there: a writer per tree, so that each kill cuts off several publications. */
    static final class Publishing {

        static final List<Platform> TREES = Stream.of(
                        "el8/x86_64", "el9/x86_64", "el9/aarch64", "el10/x86_64", "el10/aarch64")
                .map(Platform::parse)
                .toList();

        public static void main(String[] arguments) throws IOException {
            System.in.read();
            FilesystemRepository repository = FilesystemRepository.open(Path.of(arguments[0]));
            List<Path> files = files(Path.of(arguments[1]));
            System.out.println("begins");
            for (Platform tree : TREES) {
                new Thread(() -> publishForEver(repository, tree, files)).start();
            }
        }

        private static void publishForEver(FilesystemRepository repository, Platform tree, List<Path> files) {
            try {
                while (true) {
                    publishNext(repository, tree, files);
                    System.out.println(tree);
                }
            } catch (IOException | RuntimeException e) {
                e.printStackTrace();
                Runtime.getRuntime().halt(1);
            }
        }

        static List<Path> files(Path directory) throws IOException {
            try (Stream<Path> list = Files.list(directory)) {
                return list.sorted().toList();
            }
        }

        static void publishNext(FilesystemRepository repository, Platform tree, List<Path> files) throws IOException {
            long now = repository.current(Stage.BETA, tree).number();
            PackageRef next = taken(repository, files.get((int) (now % files.size())));
            List<PackageRef> old = new ArrayList<>();
            if (now >= OFFERED) {
                old.add(taken(repository, files.get((int) ((now - OFFERED) % files.size()))));
            }
            ChangeSetId id = ChangeSetId.of("change-" + (now + 1));
            PublicationResult result = repository.publish(new ChangeSet(id, Stage.BETA, tree, List.of(next), old), now);
            if (!(result instanceof PublicationResult.Published)) {
                throw new IllegalStateException("publishing gave " + result);
            }
        }

        private static PackageRef taken(FilesystemRepository repository, Path file) throws IOException {
            try (InputStream in = Files.newInputStream(file)) {
                return repository.intake(in, file.toString()).ref();
            }
        }
    }
}
