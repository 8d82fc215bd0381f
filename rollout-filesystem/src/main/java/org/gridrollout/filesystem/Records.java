package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.filesystem.yum.Digests;

/**
 * What a tree has to remember for good: a small file for each name, so that asking costs one look however long the history.
 * Who writes needs the writer's lock.
 */
final class Records {

    /** A record before it is in place. */
    static final String TEMPORARY = "next";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final Path directory;
    private final String lost;
    private final Disk disk;

    /** @param lost what nobody knows without a record */
    Records(Path directory, String lost, Disk disk) {
        this.directory = directory;
        this.lost = lost;
        this.disk = disk;
    }

    /** What was recorded under a name; on the disk for good. */
    Optional<Entry> of(String name) throws IOException {
        Optional<Entry> entry = find(name);
        if (entry.isPresent()) {
            secure(name);
        }
        return entry;
    }

    /** What was recorded under a name; if by somebody who was stopped, it may be lost again with the power. */
    Optional<Entry> find(String name) throws IOException {
        Path file = file(name);
        if (Files.notExists(file)) { // for sure, unlike one that cannot be looked at
            return Optional.empty();
        }
        return Optional.of(parse(Files.readAllBytes(file))
                .filter(each -> each.name.equals(name))
                .orElseThrow(() -> new RepositoryException("Record " + file + " is damaged; without it nobody knows "
                        + lost + ". Restore it from a backup")));
    }

    /** Makes sure that it is recorded, over what may be recorded under its name. */
    void keep(Entry entry) throws IOException {
        byte[] content =
                new CheckedLines().add(entry.what, entry.generation, entry.name).toBytes();
        Path file = file(entry.name);
        if (!Files.notExists(file) && Arrays.equals(Files.readAllBytes(file), content)) {
            secure(entry.name);
        } else {
            disk.createDirectories(shard(entry.name));
            disk.replace(file, shard(entry.name).resolve(TEMPORARY), content);
        }
    }

    /** What is believed must stay: whoever wrote it may have been stopped before its name was on the disk. */
    private void secure(String name) throws IOException {
        disk.createDirectories(shard(name));
        disk.syncDirectory(shard(name));
    }

    /** Whether a record is what was written under that name. */
    static boolean isWhole(Path file) throws IOException {
        return parse(Files.readAllBytes(file))
                .filter(entry -> String.valueOf(file.getFileName()).equals(fileName(entry.name)))
                .isPresent();
    }

    private static Optional<Entry> parse(byte[] bytes) {
        return CheckedLines.parse(bytes)
                .filter(lines -> lines.size() == 1)
                .map(lines -> lines.get(0))
                .filter(fields ->
                        fields.length == 3 && NUMBER.matcher(fields[1]).matches())
                .map(fields -> new Entry(fields[2], fields[0], Long.parseLong(fields[1])));
    }

    private Path shard(String name) {
        return directory.resolve(fileName(name).substring(0, 2));
    }

    private Path file(String name) {
        return shard(name).resolve(fileName(name));
    }

    /** Names may differ in case only, which some file systems do not tell apart. */
    private static String fileName(String name) {
        return Digests.of(name.getBytes(StandardCharsets.UTF_8)).hex();
    }

    /**
     * One record.
     *
     * @param what became of it
     * @param generation in which
     */
    record Entry(String name, String what, long generation) {}
}
