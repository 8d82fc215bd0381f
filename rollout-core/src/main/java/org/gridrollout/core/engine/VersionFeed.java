package org.gridrollout.core.engine;

import java.util.List;
import org.gridrollout.api.command.SiteRegistryCommand.ReportVersions;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.api.store.JournalRecord;
import org.gridrollout.api.store.StreamId;
import org.gridrollout.core.register.VersionRegister;

/** Reads on in the journal from where a register is. */
final class VersionFeed {

    private static final int PAGE = 1_000;

    private final RolloutStore store;

    VersionFeed(RolloutStore store) {
        this.store = store;
    }

    void update(VersionRegister register) {
        List<JournalRecord> page = store.journal(register.position(), PAGE);
        while (!page.isEmpty()) {
            page.forEach(each -> feed(register, each));
            page = store.journal(register.position(), PAGE);
        }
    }

    private static void feed(VersionRegister register, JournalRecord record) {
        if (Ledger.isEvent(record)) {
            register.happened(record.position(), ReleaseId.of(record.stream().name()), Entries.event(record.entry()));
        } else if (record.stream().kind() == StreamId.Kind.INVENTORY) {
            register.reported(
                    record.position(),
                    (ReportVersions) Entries.command(record.entry()),
                    record.entry().at());
        } else {
            register.passed(record.position());
        }
    }
}
