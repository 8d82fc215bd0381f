package org.gridrollout.filesystem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gridrollout.filesystem.Manifest.Carried;
import org.gridrollout.filesystem.upkeep.Damage;
import org.gridrollout.filesystem.yum.Digests;

/** Looks at the indexes of earlier generations that the current one still offers. */
final class CarriedSurvey {

    private final Tree tree;
    private final Disk disk;

    CarriedSurvey(Tree tree, Disk disk) {
        this.tree = tree;
        this.disk = disk;
    }

    void look(Manifest manifest, Instant now, Duration grace, Survey survey) throws IOException {
        Path repodata = tree.generation(manifest.number()).resolve("repodata");
        for (Carried each : manifest.carried()) {
            Instant end = each.superseded().plus(grace);
            Path file = repodata.resolve(each.file());
            if (now.isBefore(end) && !isWhole(file, survey)) {
                report(file, end, survey);
            }
        }
    }

    private void report(Path file, Instant end, Survey survey) throws IOException {
        String sentence = "Index " + file + ", which clients of an earlier generation may ask for until " + end
                + ", is missing or was changed.";
        Optional<Path> whole = elsewhere(file, survey);
        if (whole.isPresent()) {
            survey.mendable(
                    Damage.Kind.CARRIED_INDEX_CORRUPT,
                    file,
                    sentence,
                    "Repair links it again to " + whole.get() + ".",
                    () -> {
                        disk.delete(file);
                        disk.link(file, whole.get());
                        disk.syncDirectory(file.resolveSibling(""));
                        return true;
                    });
        } else {
            survey.lost(
                    Damage.Kind.CARRIED_INDEX_CORRUPT,
                    file,
                    sentence,
                    "No generation has it any more: restore it from a backup, or leave it; such a client reads the new"
                            + " repomd.xml at its next attempt.");
        }
    }

    private Optional<Path> elsewhere(Path file, Survey survey) throws IOException {
        for (long each : Generations.numbers(tree)) {
            Path other = tree.generation(each).resolve("repodata").resolve(String.valueOf(file.getFileName()));
            if (!other.equals(file) && isWhole(other, survey)) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }

    /** Index files bear their checksum. */
    private static boolean isWhole(Path file, Survey survey) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            survey.looked(Files.size(file));
            return String.valueOf(file.getFileName()).startsWith(Digests.of(in) + "-");
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
