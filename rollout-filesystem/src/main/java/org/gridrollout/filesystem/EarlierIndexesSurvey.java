package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridrollout.filesystem.upkeep.Damage;

/** Looks at the indexes of earlier generations that clients may still ask for. */
final class EarlierIndexesSurvey {

    private final Tree tree;

    EarlierIndexesSurvey(Tree tree) {
        this.tree = tree;
    }

    void look(Manifest manifest, Instant now, Duration grace, Survey survey) throws IOException {
        for (Map.Entry<String, Instant> each : owed(manifest, now, grace).entrySet()) {
            look(tree.repodata().resolve(each.getKey()), each.getValue(), survey);
        }
    }

    /** Their names, and until when clients may ask for them; those that are the current generation's too are its affair. */
    private Map<String, Instant> owed(Manifest manifest, Instant now, Duration grace) throws IOException {
        Map<String, Instant> owed = new LinkedHashMap<>();
        for (Superseded each : Superseded.before(manifest, tree)) {
            if (now.isBefore(each.end(grace))) {
                each.indexFiles()
                        .orElse(List.of())
                        .forEach(name -> owed.put(name, each.end(grace))); // rising, so the last end
            }
        }
        owed.keySet().removeAll(manifest.indexFiles());
        return owed;
    }

    private static void look(Path file, Instant end, Survey survey) throws IOException {
        if (Repodata.isWhole(file)) {
            survey.looked(Files.size(file));
            return;
        }
        survey.lost(
                Damage.Kind.EARLIER_INDEX_CORRUPT,
                file,
                "Index " + file + ", which clients of an earlier generation may ask for until " + end
                        + ", is missing or was changed.",
                "Restore it from a backup, or leave it; such a client reads the new repomd.xml at its next attempt.");
    }
}
