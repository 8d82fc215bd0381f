package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gridrollout.filesystem.upkeep.Damage;

/** Looks at the record of what a generation tells about its packages; mends it from what clients read. */
final class AdvisoriesSurvey {

    private final Tree tree;
    private final Mender mender;
    private final Disk disk;

    AdvisoriesSurvey(Tree tree, Mender mender, Disk disk) {
        this.tree = tree;
        this.mender = mender;
        this.disk = disk;
    }

    void look(Manifest manifest, Survey survey) throws IOException {
        if (manifest.advisories().isEmpty()) {
            return;
        }
        Optional<byte[]> whole = AdvisoryFiles.fromRecord(tree, manifest);
        if (whole.isPresent()) {
            survey.looked(whole.get().length);
            return;
        }
        Path record = AdvisoryFiles.record(tree, manifest);
        String sentence = record + ", what " + tree + " tells about its packages, is missing or was changed.";
        Optional<byte[]> told = AdvisoryFiles.fromIndex(tree, manifest);
        if (told.isPresent()) {
            survey.mendable(
                    Damage.Kind.ADVISORIES_CORRUPT,
                    record,
                    sentence,
                    "Repair writes it again from what clients read.",
                    () -> restore(record, told.get()));
        } else {
            survey.lost(
                    Damage.Kind.ADVISORIES_CORRUPT,
                    record,
                    sentence,
                    "Clients cannot read it either: " + AdvisoryFiles.advice(record)
                            + ". Until then nothing can be published there.");
        }
    }

    /** Cut off anywhere, it leaves what the index makes up for. */
    private boolean restore(Path record, byte[] told) throws IOException {
        if (Files.exists(record)) {
            mender.isolate(record);
            disk.delete(record);
        }
        disk.write(record, told);
        disk.syncDirectory(record.resolveSibling(""));
        return true;
    }
}
