package org.gridrollout.jpa;

import org.junit.jupiter.api.Tag;

@Tag("postgres")
class TamperedJournalOnPostgresTest extends TamperedJournal {

    TamperedJournalOnPostgresTest() {
        super(Postgres.database(), RolloutSchema.postgresql());
    }
}
