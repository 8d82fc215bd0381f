package org.gridrollout.jpa;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;

/**
 * A host's database of its own, and factories on it.
 *
 * @param shutdown what to tell it when it is not needed any more; may be empty
 */
record HostDatabase(String url, String user, String shutdown) implements AutoCloseable {

    static HostDatabase inMemory() {
        return new HostDatabase("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "SHUTDOWN");
    }

    static HostDatabase inFile() {
        return inFile(Path.of("target", "h2", UUID.randomUUID().toString()));
    }

    /** WRITE_DELAY=0: by itself H2 writes a commit up to half a second after it returned. */
    static HostDatabase inFile(Path file) {
        return new HostDatabase("jdbc:h2:file:" + file.toAbsolutePath() + ";WRITE_DELAY=0", "sa", "SHUTDOWN");
    }

    EntityManagerFactory open() {
        return open("hibernate");
    }

    EntityManagerFactory open(String unit) {
        return Persistence.createEntityManagerFactory(
                unit, Map.of("jakarta.persistence.jdbc.url", url, "jakarta.persistence.jdbc.user", user));
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, "");
    }

    void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long count(String table) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (!shutdown.isEmpty()) {
            execute(shutdown);
        }
    }
}
