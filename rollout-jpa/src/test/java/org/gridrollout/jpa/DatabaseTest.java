package org.gridrollout.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseTest {

    private static final int CHANGES = 200;

    private final HostDatabase host = HostDatabase.inMemory();
    private final EntityManagerFactory factory = host.open();

    @BeforeEach
    void prepare() {
        host.execute("CREATE TABLE rollout_one (id INT PRIMARY KEY, n INT)");
        host.execute("INSERT INTO rollout_one VALUES (1, 0)");
        host.execute("CREATE TABLE rollout_many (id INT PRIMARY KEY, n INT)");
        host.execute("INSERT INTO rollout_many SELECT x, 0 FROM SYSTEM_RANGE(1, 5000)");
    }

    @AfterEach
    void close() {
        factory.close();
        host.close();
    }

    /** H2 by itself answers from rows it kept for as long as it takes to finish a change that can be seen already. */
    @Test
    void showsAllOfAChangeOnceItShowsAPart() {
        try (EntityManager entityManager = factory.createEntityManager()) {
            Database database = new Database(entityManager, Tables.DEFAULT);
            CompletableFuture<Void> writer = CompletableFuture.runAsync(this::change);
            long seen = 0;
            for (int asked = 1; seen < CHANGES && !writer.isCompletedExceptionally(); asked++) {
                seen = read(entityManager, database, "one", asked);
                assertThat(read(entityManager, database, "many", 1)).isGreaterThanOrEqualTo(seen);
            }
            writer.join();
        }
    }

    private static long read(EntityManager entityManager, Database database, String table, int most) {
        entityManager.getTransaction().begin();
        String sql = "SELECT n, id FROM @" + table + " WHERE id <= ?1 ORDER BY id LIMIT 1";
        long number = database.select(sql, most).get(0).number(0);
        entityManager.getTransaction().commit();
        return number;
    }

    private void change() {
        try (Connection connection = host.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < CHANGES; i++) {
                statement.execute("UPDATE rollout_many SET n = n + 1");
                statement.execute("UPDATE rollout_one SET n = n + 1");
                LockSupport.parkNanos(1_000_000); // for the other to ask in between
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
