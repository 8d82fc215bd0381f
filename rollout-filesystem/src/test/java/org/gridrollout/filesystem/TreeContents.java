package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gridrollout.filesystem.yum.Digests;

/** Everything under a repository's root that must be the same whatever happened on the way there. */
final class TreeContents {

    private TreeContents() {}

    /**
     * Each path with what it is. Left out: the cache, which may be lost at any time, and what another process takes for
     * orphans or garbage collection for old: files being taken in, and places where the disk was tried.
     */
    static Map<String, String> of(Path root) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path each : walk.toList()) {
                String name = root.relativize(each).toString();
                if (!name.startsWith("cache") && !name.startsWith(".check-") && !name.endsWith(".part")) {
                    contents.put(name, describe(each));
                }
            }
        }
        return contents;
    }

    private static String describe(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            return "-> " + Files.readSymbolicLink(path);
        } else if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return "directory";
        }
        return Digests.of(Files.readAllBytes(path)).hex();
    }
}
