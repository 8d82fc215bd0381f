package org.gridrollout.jpa;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.gridrollout.api.store.StoreException;

/** What the database said, found in whatever the persistence provider wrapped it in. */
record Failure(Throwable thrown, Optional<SQLException> said) {

    /** "Statement completion unknown" is the one state of class 40 that does not promise a rollback. */
    private static final String OUTCOME_UNKNOWN = "40003";

    /** A lock could not be had in time: H2, PostgreSQL. */
    private static final Set<String> LOCK_TIMEOUTS = Set.of("HYT00", "55P03");

    /** MariaDB's lock wait timeout, whose SQLState says nothing. */
    private static final int MARIADB_LOCK_WAIT = 1205;

    /** H2, MariaDB, PostgreSQL. */
    private static final Set<String> NO_SUCH_TABLE = Set.of("42S02", "42S03", "42S04", "42P01");

    static Failure of(Throwable thrown) {
        int depth = 0;
        for (Throwable cause = thrown; cause != null && depth < 20; cause = cause.getCause(), depth++) {
            if (cause instanceof SQLException sql) {
                return new Failure(thrown, Optional.of(sql));
            }
        }
        return new Failure(thrown, Optional.empty());
    }

    /** Whether the transaction is known to be undone because of others: a deadlock, a conflict, a lock not had in time. */
    boolean canBeTriedAgain() {
        return thrown instanceof LostRace
                || said.map(sql -> (state().startsWith("40") && !state().equals(OUTCOME_UNKNOWN))
                                || LOCK_TIMEOUTS.contains(state())
                                || (sql.getErrorCode() == MARIADB_LOCK_WAIT && state().equals("HY000")))
                        .orElse(false);
    }

    StoreException toStoreException() {
        if (NO_SUCH_TABLE.contains(state())) {
            return new StoreException(
                    "The tables of rollout-jpa are not there. Run org/gridrollout/jpa/schema/<database>/V1__rollout.sql from its"
                            + " jar, or call RolloutSchema.create. The database said: " + message(),
                    thrown);
        }
        return new StoreException("The database failed: " + message(), thrown);
    }

    String message() {
        return String.valueOf(said.<Throwable>map(sql -> sql).orElse(thrown).getMessage());
    }

    private String state() {
        return said.map(SQLException::getSQLState).orElse("");
    }

    /** A row that was checked under the head's lock was changed all the same: somebody writes past this class. */
    static final class LostRace extends RuntimeException {

        private static final long serialVersionUID = 1L;

        LostRace(String message) {
            super(message);
        }
    }
}
