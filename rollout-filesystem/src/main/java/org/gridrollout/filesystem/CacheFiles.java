package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes files that can be made again from others: whole or not at all, not synced, and without it is no reason to fail. */
final class CacheFiles {

    private static final Logger LOG = LoggerFactory.getLogger(CacheFiles.class);

    private CacheFiles() {}

    static void keep(Path file, byte[] content) {
        Path temporary = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            write(temporary, content);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("Cannot keep {}, goes on without: {}", file, e.toString());
        }
    }

    /** Directories are mostly there, and asking for them costs as much as the file. */
    private static void write(Path file, byte[] content) throws IOException {
        try {
            Files.write(file, content);
        } catch (NoSuchFileException e) {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        }
    }

    static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.debug("{} stays", file, e);
        }
    }
}
