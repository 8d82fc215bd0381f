package org.gridrollout.jpa;

class TamperedJournalTest extends TamperedJournal {

    TamperedJournalTest() {
        super(HostDatabase.inMemory(), RolloutSchema.h2());
    }
}
