package org.gridrollout.examples.quickstart;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.gridrollout.api.RolloutException;
import org.gridrollout.filesystem.FilesystemRepository;
import org.gridrollout.jpa.JpaRolloutStore;
import org.gridrollout.jpa.RolloutSchema;

/** A database and repositories in one directory; made when they are not there, gone on with when they are. */
record Backends(EntityManagerFactory factory, JpaRolloutStore store, FilesystemRepository repository)
        implements AutoCloseable {

    static Backends open(Path work) {
        try {
            Files.createDirectories(work);
            Path database = work.resolve("database");
            Path ready = work.resolve("database.ready");
            boolean fresh = !Files.exists(ready);
            if (fresh) {
                delete(database); // what a run left that was stopped while it made the tables
            }
            EntityManagerFactory factory = Persistence.createEntityManagerFactory(
                    "quickstart",
                    Map.of(
                            "jakarta.persistence.jdbc.url",
                            // By itself H2 may write a commit half a second after it returned.
                            "jdbc:h2:file:" + database.resolve("rollout").toAbsolutePath() + ";WRITE_DELAY=0",
                            "jakarta.persistence.jdbc.user",
                            "sa",
                            "jakarta.persistence.jdbc.password",
                            ""));
            if (fresh) {
                RolloutSchema.h2().create(factory);
                Files.createFile(ready);
            }
            RolloutSchema.h2().validate(factory);
            return new Backends(
                    factory, JpaRolloutStore.on(factory), FilesystemRepository.open(work.resolve("repository")));
        } catch (IOException e) {
            throw new CannotStart("Cannot write to work directory " + work + ": " + reason(e), e);
        } catch (RolloutException | PersistenceException e) {
            throw new CannotStart("Cannot use work directory " + work + ": " + e.getMessage(), e);
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "") + " " + e.getMessage();
    }

    private static void delete(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path each : files.toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    @Override
    public void close() {
        factory.close();
    }
}
