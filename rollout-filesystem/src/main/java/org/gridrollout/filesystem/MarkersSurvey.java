package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gridrollout.filesystem.upkeep.Damage;

/** Looks at the records of what became of a tree's change sets. */
final class MarkersSurvey {

    private MarkersSurvey() {}

    static void look(Tree tree, Survey survey) throws IOException {
        for (Path shard : Trees.entries(tree.changes())) {
            for (Path each : Trees.entries(shard)) {
                if (String.valueOf(each.getFileName()).equals(ChangeMarkers.TEMPORARY)) {
                    continue; // the next writer's business
                }
                survey.looked(Files.size(each));
                if (!ChangeMarkers.isWhole(each)) {
                    survey.lost(
                            Damage.Kind.MARKER_CORRUPT,
                            each,
                            "Record " + each + " of what became of a change set was changed.",
                            "Restore it from a backup; without it nobody knows whether that change set was published.");
                }
            }
        }
    }
}
