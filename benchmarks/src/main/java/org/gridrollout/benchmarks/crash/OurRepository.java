package org.gridrollout.benchmarks.crash;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.publication.ChangeSet;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.publication.PublicationResult;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Stage;
import org.gridrollout.filesystem.FilesystemRepository;

/** {@code rollout-filesystem}, in a process of its own for each publication. */
final class OurRepository implements Publisher {

    private static final Platform EL9 = Platform.parse("el9/x86_64");
    private static final String BEGINS = "begins";

    private Path root = Path.of("unset");
    private Path file = Path.of("unset");

    @Override
    public String name() {
        return "rollout-filesystem";
    }

    @Override
    public Optional<String> missing() {
        return Optional.empty();
    }

    @Override
    public void begin(Path directory) {
        root = directory.resolve("root");
    }

    @Override
    public void addPackage(int number) throws IOException {
        file = Samples.rpm(Files.createDirectories(root.resolveSibling("packages")), number);
    }

    @Override
    public ProcessBuilder publication() {
        return Commands.java(OurRepository.class, root.toString(), file.toString());
    }

    @Override
    public String sayingItBegins() {
        return BEGINS;
    }

    @Override
    public Optional<String> damage() throws IOException {
        return YumTree.damage(root.resolve("beta/el9/x86_64"));
    }

    @Override
    public void mend() {
        throw new IllegalStateException("nothing to mend is known");
    }

    /** Takes one package in and publishes it; the virtual machine is there before this begins. */
    public static void main(String[] arguments) throws IOException {
        System.out.println(BEGINS);
        FilesystemRepository repository = FilesystemRepository.open(Path.of(arguments[0]));
        Path file = Path.of(arguments[1]);
        PackageRef ref;
        try (InputStream in = Files.newInputStream(file)) {
            ref = repository.intake(in, file.toString()).ref();
        }
        ChangeSet change = new ChangeSet(ChangeSetId.of(ref.component()), Stage.BETA, EL9, List.of(ref), List.of());
        PublicationResult result =
                repository.publish(change, repository.current(Stage.BETA, EL9).number());
        if (!(result instanceof PublicationResult.Published || result instanceof PublicationResult.AlreadyPublished)) {
            throw new IllegalStateException("publishing gave " + result);
        }
    }
}
