package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.gridrollout.filesystem.upkeep.Damage;

/** Looks at what is kept to save work. It is checked whenever it is used as well, so this only tells early. */
final class CacheSurvey {

    private final FragmentCache fragments;
    private final Disk disk;

    CacheSurvey(FragmentCache fragments, Disk disk) {
        this.fragments = fragments;
        this.disk = disk;
    }

    void look(Survey survey) throws IOException {
        for (Path each : fragments.files()) {
            if (FragmentCache.packageOf(each).isPresent()) {
                look(each, survey);
            }
        }
    }

    private void look(Path file, Survey survey) throws IOException {
        try {
            survey.looked(Files.size(file));
            if (!FragmentCache.isWhole(Files.readAllBytes(file))) {
                survey.mendable(
                        Damage.Kind.CACHE_CORRUPT,
                        file,
                        "Kept metadata " + file + " fails its checksum.",
                        "Repair deletes it; it is rendered again when it is needed, and not used until then.",
                        () -> {
                            disk.delete(file);
                            return true;
                        });
            }
        } catch (NoSuchFileException e) {
            return; // collected meanwhile
        }
    }
}
