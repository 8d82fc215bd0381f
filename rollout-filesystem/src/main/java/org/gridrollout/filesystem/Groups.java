package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gridrollout.api.software.Platform;
import org.gridrollout.api.software.Stage;
import org.gridrollout.filesystem.yum.Codec;
import org.gridrollout.filesystem.yum.GroupFiles;

/** Which trees offer package groups, and from which file. Filled while a repository is opened, only asked afterwards. */
final class Groups {

    /** Far more than any distribution's. */
    private static final int MOST = 64 << 20;

    private final Map<String, Path> files = new HashMap<>();

    void put(Stage stage, Platform platform, Path comps) {
        files.put(key(stage, platform), comps);
    }

    /** What a tree offers as its file is now; nothing if none was given. */
    Optional<GroupFiles> of(Tree tree, Codec codec) throws IOException {
        Path file = files.get(key(tree.stage(), tree.platform()));
        if (file == null) {
            return Optional.empty();
        }
        if (Files.size(file) > MOST) {
            throw new IOException("package groups " + file + " are larger than " + MOST + " bytes");
        }
        byte[] comps = Files.readAllBytes(file);
        Optional<String> problem = GroupFiles.problem(comps);
        if (problem.isPresent()) {
            throw new IOException("package groups " + file + " cannot be offered: " + problem.get());
        }
        return Optional.of(GroupFiles.of(comps, codec));
    }

    private static String key(Stage stage, Platform platform) {
        return stage.path() + " " + platform;
    }
}
