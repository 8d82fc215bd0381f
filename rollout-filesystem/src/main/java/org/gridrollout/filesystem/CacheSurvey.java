package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.gridrollout.filesystem.upkeep.Damage;

/** Looks at what is kept to save work. It is checked whenever it is used as well, so this only tells early. */
final class CacheSurvey {

    private final FragmentCache fragments;
    private final RunCache runs;
    private final Disk disk;

    CacheSurvey(FragmentCache fragments, RunCache runs, Disk disk) {
        this.fragments = fragments;
        this.runs = runs;
        this.disk = disk;
    }

    void look(Survey survey) throws IOException {
        for (Path each : fragments.files()) {
            if (FragmentCache.packageOf(each).isPresent()) {
                look(each, content -> FragmentCache.isWhole(each, content), survey);
            }
        }
        for (Path each : runs.files()) {
            if (RunCache.keyOf(each).isPresent()) {
                look(each, content -> RunCache.isWhole(each, content), survey);
            }
        }
    }

    private void look(Path file, Check check, Survey survey) throws IOException {
        try {
            survey.looked(Files.size(file));
            if (!check.isWhole(Files.readAllBytes(file))) {
                survey.mendable(
                        Damage.Kind.CACHE_CORRUPT,
                        file,
                        "Kept metadata " + file + " fails its checksum.",
                        "Repair deletes it; it is made again when it is needed, and not used until then.",
                        () -> {
                            disk.delete(file);
                            return true;
                        });
            }
        } catch (NoSuchFileException e) {
            return; // collected meanwhile
        }
    }

    private interface Check {
        boolean isWhole(byte[] content) throws IOException;
    }
}
