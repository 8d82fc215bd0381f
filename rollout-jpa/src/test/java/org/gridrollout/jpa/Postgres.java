package org.gridrollout.jpa;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** One PostgreSQL server per JVM, with a database for each who asks, and its log. */
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
        HostDatabase server = new HostDatabase(SERVER.getJdbcUrl("postgres", "postgres"), "postgres", "");
        server.execute("CREATE DATABASE " + name);
        return new HostDatabase(SERVER.getJdbcUrl("postgres", name), "postgres", "");
    }

    static String log() {
        try {
            return Files.readString(LOG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
