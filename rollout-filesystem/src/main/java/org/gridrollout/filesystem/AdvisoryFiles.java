package org.gridrollout.filesystem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.filesystem.yum.Codec;
import org.gridrollout.filesystem.yum.Digests;
import org.gridrollout.filesystem.yum.IndexFile;
import org.gridrollout.filesystem.yum.OpenIndex;
import org.gridrollout.filesystem.yum.UpdateInfoReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What generations tell about their packages, on the disk. Unlike the other indexes it cannot be made anew from the
 * packages, so it is kept twice: compressed in {@code repodata}, for clients, and open beside the manifest, which states its
 * digest. Either makes up for the other.
 */
final class AdvisoryFiles {

    /** A generation's file that says what it tells; absent if it tells nothing. */
    static final String RECORD = "advisories.xml";

    private static final Logger LOG = LoggerFactory.getLogger(AdvisoryFiles.class);
    private static final String INDEX = "updateinfo.xml";

    private final Disk disk;
    private final Codec codec;

    AdvisoryFiles(Disk disk, Codec codec) {
        this.disk = disk;
        this.codec = codec;
    }

    /**
     * Writes what the generation after {@code before} tells; nothing if there is nothing to tell. What stays the same is
     * not written again.
     *
     * @param syncs until they end, what is written is not on the disk
     */
    Optional<IndexFile> write(Tree tree, Repodata repodata, Manifest before, Succession next, Aside syncs)
            throws IOException {
        Optional<byte[]> told = told(tree, before, next);
        if (told.isEmpty()) {
            return Optional.empty();
        }
        byte[] xml = told.get();
        Path directory = tree.generation(before.number() + 1);
        Sha256 digest = Digests.of(xml);
        Optional<byte[]> same = before.advisories().equals(Optional.of(digest))
                ? wholeIndex(tree, before.indexFiles())
                : Optional.empty();
        byte[] stored = same.isPresent() ? same.get() : codec.compress(xml);
        IndexFile file = new IndexFile(
                "updateinfo",
                INDEX + codec.suffix(),
                Digests.of(stored),
                stored.length,
                Optional.of(new IndexFile.Open(Optional.of(digest), xml.length)));
        repodata.put(directory.resolve(file.fileName()), stored, syncs);
        record(directory.resolve(RECORD), record(tree, before), xml, syncs);
        return Optional.of(file);
    }

    /** Whether what a generation tells is known, so that a next one can go on telling it. */
    static boolean areKnown(Tree tree, Manifest of) throws IOException {
        return of.advisories().isEmpty() || find(tree, of).isPresent() || isGivenUp(tree, of);
    }

    /** What a generation tells, from its index; empty if that is lost or was changed. */
    static Optional<byte[]> fromIndex(Tree tree, Manifest of) throws IOException {
        for (String each : of.indexFiles()) {
            if (each.contains("-" + INDEX)) {
                try (InputStream in = OpenIndex.of(tree.repodata().resolve(each))) {
                    return Optional.of(in.readAllBytes()).filter(xml -> isOf(of, xml));
                } catch (IOException e) {
                    LOG.debug("{} does not say what {} tells", each, tree, e);
                }
            }
        }
        return Optional.empty();
    }

    /** What a generation tells, from its record; empty if that is lost or was changed. */
    static Optional<byte[]> fromRecord(Tree tree, Manifest of) throws IOException {
        return read(record(tree, of)).filter(xml -> isOf(of, xml));
    }

    /** Where a generation's record is. */
    static Path record(Tree tree, Manifest of) {
        return tree.generation(of.number()).resolve(RECORD);
    }

    private static Optional<byte[]> told(Tree tree, Manifest before, Succession next) throws IOException {
        Optional<byte[]> xml = before.advisories().isEmpty() ? Optional.empty() : known(tree, before);
        boolean nothingNew = next.advisories().isEmpty();
        if (nothingNew
                && (xml.isEmpty() || before.holdings().notIn(next.after()).isEmpty())) {
            return xml;
        }
        Advisories told = new Advisories(xml.isPresent() ? UpdateInfoReader.read(xml.get()) : List.of());
        return Optional.of(told.followedBy(next, tree.stage()))
                .filter(after -> !after.isEmpty())
                .map(Advisories::toXml);
    }

    private static Optional<byte[]> known(Tree tree, Manifest of) throws IOException {
        Optional<byte[]> found = find(tree, of);
        if (found.isEmpty()) {
            Path record = record(tree, of);
            if (!isGivenUp(tree, of)) {
                throw new IOException("what " + tree + " tells about its packages is lost: " + advice(record));
            }
            LOG.warn("What {} told about its packages was given up: {} is empty", tree, record);
        }
        return found;
    }

    /** What a person can do about a record that nothing makes up for. */
    static String advice(Path record) {
        return "restore " + record
                + " from a backup, or, to tell nothing of what is offered now, leave an empty file there";
    }

    private static Optional<byte[]> find(Tree tree, Manifest of) throws IOException {
        Optional<byte[]> recorded = fromRecord(tree, of);
        return recorded.isPresent() ? recorded : fromIndex(tree, of);
    }

    private static boolean isGivenUp(Tree tree, Manifest of) throws IOException {
        return read(record(tree, of)).filter(each -> each.length == 0).isPresent();
    }

    private static boolean isOf(Manifest manifest, byte[] xml) {
        return manifest.advisories().equals(Optional.of(Digests.of(xml)));
    }

    private Optional<byte[]> wholeIndex(Tree tree, List<String> indexFiles) throws IOException {
        for (String each : indexFiles) {
            if (each.endsWith("-" + INDEX + codec.suffix())) {
                return read(tree.repodata().resolve(each)).filter(stored -> each.startsWith(Digests.of(stored) + "-"));
            }
        }
        return Optional.empty();
    }

    private void record(Path file, Path earlier, byte[] xml, Aside syncs) throws IOException {
        if (read(earlier).filter(each -> Arrays.equals(each, xml)).isPresent()) {
            disk.link(file, earlier);
        } else {
            disk.write(file, xml, syncs);
        }
    }

    private static Optional<byte[]> read(Path file) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
