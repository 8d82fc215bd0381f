package org.gridrollout.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;

/**
 * SQL in one transaction. {@code @stream} in a statement is our table {@code rollout_stream}, in the schema it lives in; no
 * parameter is ever null, since providers guess the type of a null differently.
 */
final class Database {

    // Without it Hibernate takes a native statement for one that may touch every table: it flushes all the host's
    // entities and drops its whole second-level cache. Other providers ignore the hint.
    private static final String HIBERNATE_SPACES = "org.hibernate.query.native.spaces";

    // H2 keeps a statement's last rows while its tables are unchanged, and hears of another's change only after others
    // can see it: for a moment it would show a journal's head without the journal's end. What depends on the clock is
    // never kept; the condition changes no plan, and is true everywhere.
    private static final String NOW = "WHERE CURRENT_TIMESTAMP IS NOT NULL AND ";

    private final EntityManager entityManager;
    private final String prefix;

    Database(EntityManager entityManager, Tables tables) {
        this.entityManager = entityManager;
        this.prefix = tables.prefix();
    }

    List<Row> select(String sql, Object... parameters) {
        return select(sql, List.of(parameters));
    }

    /** What is in the tables now. */
    List<Row> select(String sql, List<Object> parameters) {
        List<Row> rows = new ArrayList<>();
        for (Object row : query(sql.replaceFirst("WHERE ", NOW), parameters).getResultList()) {
            rows.add(Row.of(row));
        }
        return rows;
    }

    /** How many rows were changed. */
    int update(String sql, Object... parameters) {
        return update(sql, List.of(parameters));
    }

    int update(String sql, List<Object> parameters) {
        return query(sql, parameters).executeUpdate();
    }

    private Query query(String sql, List<Object> parameters) {
        Query query = entityManager.createNativeQuery(sql.replace("@", prefix));
        query.setHint(HIBERNATE_SPACES, "rollout");
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i));
        }
        return query;
    }
}
