package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gridrollout.filesystem.upkeep.Damage;

/** Looks at what a tree has to remember for good: what became of its change sets, and which file names it ever offered. */
final class RecordsSurvey {

    private RecordsSurvey() {}

    static void look(Tree tree, Survey survey) throws IOException {
        look(
                tree.changes(),
                "what became of a change set",
                "without it nobody knows whether that change set was published",
                survey);
        look(
                tree.names(),
                "a file name that was offered",
                "without it nobody knows what clients may have kept under that name",
                survey);
    }

    private static void look(Path directory, String of, String lost, Survey survey) throws IOException {
        for (Path shard : Trees.entries(directory)) {
            for (Path each : Trees.entries(shard)) {
                if (String.valueOf(each.getFileName()).equals(Records.TEMPORARY)) {
                    continue; // the next writer's business
                }
                survey.looked(Files.size(each));
                if (!Records.isWhole(each)) {
                    survey.lost(
                            Damage.Kind.RECORD_CORRUPT,
                            each,
                            "Record " + each + " of " + of + " was changed.",
                            "Restore it from a backup; " + lost + ".");
                }
            }
        }
    }
}
