package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.filesystem.upkeep.Damage;

/**
 * Hashes everything in the pool, several files at once. Takes no lock: content there never changes, and what goes meanwhile
 * was not needed.
 */
final class PoolSurvey {

    private static final String ACTIVITY = "pool";

    private final Pool pool;
    private final PoolHealth health;
    private final Mender mender;
    private final Workers workers;

    PoolSurvey(Pool pool, PoolHealth health, Mender mender, Workers workers) {
        this.pool = pool;
        this.health = health;
        this.mender = mender;
        this.workers = workers;
    }

    void look(Survey survey) throws IOException {
        List<Sha256> contents = pool.contents();
        Tally tally = survey.begin(ACTIVITY, contents.size());
        workers.forEach(contents, each -> {
            health.isWhole(each);
            tally.next();
        });
        tally.end();
        for (Sha256 each : contents) {
            look(each, survey);
        }
        for (Path each : pool.strays()) {
            Strays.report(each, survey);
        }
    }

    private void look(Sha256 sha256, Survey survey) throws IOException {
        Path file = pool.path(sha256);
        try {
            survey.looked(Files.size(file));
            Sha256 actual = health.actual(sha256);
            if (!actual.equals(sha256)) {
                survey.mendable(
                        Damage.Kind.POOL_FILE_CORRUPT,
                        file,
                        "Package file " + file + " was changed: its content has the digest " + actual + ".",
                        "Repair puts a whole copy from a published tree in its place; if there is none, it moves the file"
                                + " to " + mender.quarantine() + ", and the package has to be taken in again.",
                        () -> {
                            health.forget(sha256);
                            return mender.replaceInPool(sha256);
                        });
            }
        } catch (NoSuchFileException e) {
            return; // collected meanwhile
        }
    }
}
