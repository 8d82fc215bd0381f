package org.gridrollout.core.engine;

import java.util.List;
import org.gridrollout.api.command.RegistryCommand;
import org.gridrollout.api.command.SiteRegistryCommand.ReportVersions;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.software.ReleaseId;
import org.gridrollout.api.spi.RolloutStore;
import org.gridrollout.api.store.JournalRecord;
import org.gridrollout.core.codec.Documents;
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
        switch (record.stream().kind()) {
            case ROLLOUT ->
                register.happened(
                        record.position(),
                        ReleaseId.of(record.stream().name()),
                        Documents.read(RolloutEvent.class, record.entry().body()));
            case INVENTORY ->
                register.reported(
                        record.position(),
                        (ReportVersions) Documents.read(RegistryCommand.class, record.entry().body()),
                        record.entry().at());
            default -> register.passed(record.position());
        }
    }
}
