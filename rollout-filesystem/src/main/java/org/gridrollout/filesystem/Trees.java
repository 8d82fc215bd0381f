package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Stage;

/** Finds the published trees under a root. */
final class Trees {

    private Trees() {}

    /** Every tree something was published in, or was going to be; in order. */
    static List<Tree> under(Path root) throws IOException {
        List<Tree> trees = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            for (Path os : entries(root.resolve(stage.path()))) {
                for (Path arch : entries(os)) {
                    if (Files.isDirectory(arch.resolve(".generations"))) {
                        add(trees, root, stage, os, arch);
                    }
                }
            }
        }
        return trees;
    }

    /** What is in a directory, sorted; nothing if it is none. */
    static List<Path> entries(Path directory) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            stream.forEach(entries::add);
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        }
        entries.sort(null);
        return entries;
    }

    private static void add(List<Tree> trees, Path root, Stage stage, Path os, Path arch) {
        try {
            Platform platform = new Platform(String.valueOf(os.getFileName()), String.valueOf(arch.getFileName()));
            trees.add(new Tree(root, stage, platform));
        } catch (InvalidValueException e) {
            return; // not a name of ours, so nothing of ours
        }
    }
}
