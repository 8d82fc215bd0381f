package org.gridrollout.jpa;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * One PostgreSQL server per JVM, and its log. Who asks for a database gets a schema of one: a database is a thousand files,
 * which cost more to make and to delete than most tests take.
 */
final class Postgres {

    private static final Path LOG = Path.of("target", "postgres-" + UUID.randomUUID() + ".log");
    private static final EmbeddedPostgres SERVER = start();

    private Postgres() {}

    private static EmbeddedPostgres start() {
        try {
            Files.createDirectories(LOG.toAbsolutePath().getParent());
            return EmbeddedPostgres.builder()
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static HostDatabase database() {
        String name = "host_" + UUID.randomUUID().toString().replace("-", "");
        String url = SERVER.getJdbcUrl("postgres", "postgres");
        new HostDatabase(url, "postgres", "").execute("CREATE SCHEMA " + name);
        return new HostDatabase(url + "&currentSchema=" + name, "postgres", "");
    }

    static String log() {
        try {
            return Files.readString(LOG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
