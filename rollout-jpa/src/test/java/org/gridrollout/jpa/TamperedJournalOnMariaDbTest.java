package org.gridrollout.jpa;

import org.junit.jupiter.api.Tag;

@Tag("mariadb")
class TamperedJournalOnMariaDbTest extends TamperedJournal {

    TamperedJournalOnMariaDbTest() {
        super(MariaDb.database(), RolloutSchema.mariadb());
    }
}
