package org.gridrollout.filesystem;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridrollout.api.publication.ChangeSetId;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.filesystem.Manifest.Carried;
import org.gridrollout.filesystem.Manifest.Withdrawn;
import org.gridrollout.filesystem.yum.Digests;
import org.gridrollout.filesystem.yum.IndexFile;
import org.gridrollout.filesystem.yum.IndexKind;
import org.gridrollout.filesystem.yum.IndexWriter;
import org.gridrollout.filesystem.yum.PreviousIndex;
import org.gridrollout.filesystem.yum.Repomd;

/** Makes a generation's directory: complete, on the disk, and not yet current. Thread-safe. */
final class GenerationBuilder {

    private static final String TABLE = "members";

    private final FragmentCache fragments;
    private final Disk disk;
    private final InstantSource clock;
    private final Duration metadataGrace;

    GenerationBuilder(FragmentCache fragments, Disk disk, InstantSource clock, Duration metadataGrace) {
        this.fragments = fragments;
        this.disk = disk;
        this.clock = clock;
        this.metadataGrace = metadataGrace;
    }

    /** The generation after {@code before}, with those packages. */
    void build(Tree tree, Manifest before, ChangeSetId change, List<PackageRef> packages) throws IOException {
        Instant now = clock.instant();
        long number = before.number() + 1;
        long revision = Math.max(now.getEpochSecond(), before.revision() + 1);
        Path directory = tree.generation(number);
        Path repodata = directory.resolve("repodata");
        disk.createDirectories(repodata);

        List<IndexFile> indexes = writeIndexes(tree, before, repodata, packages);
        byte[] repomd = Repomd.render(revision, now.getEpochSecond(), indexes);
        disk.write(repodata.resolve("repomd.xml"), repomd);
        disk.write(directory.resolve(TABLE), IndexTable.write(indexes));
        List<String> own = indexes.stream().map(IndexFile::fileName).toList();
        List<Carried> carried = carry(tree, before, Set.copyOf(own), now, repodata);
        Manifest manifest = new ManifestBuilder()
                .number(number)
                .change(change)
                .revision(revision)
                .repomd(Digests.of(repomd))
                .packages(packages)
                .indexFiles(own)
                .carried(carried)
                .withdrawn(withdrawn(before, packages, number, now))
                .build();
        disk.write(directory.resolve("manifest"), ManifestFormat.write(manifest));
        disk.syncDirectory(repodata);
        disk.syncDirectory(directory);
    }

    private List<IndexFile> writeIndexes(Tree tree, Manifest before, Path repodata, List<PackageRef> packages)
            throws IOException {
        Map<IndexKind, OutputStream> targets = new EnumMap<>(IndexKind.class);
        List<IndexFile> written;
        try {
            for (IndexKind kind : IndexKind.values()) {
                targets.put(kind, new BufferedOutputStream(disk.create(unnamed(repodata, kind)), 64 * 1024));
            }
            written = new IndexWriter(targets, previous(tree, before), fragments::of).write(packages);
        } finally {
            closeAll(targets.values());
        }
        for (IndexFile each : written) {
            disk.rename(unnamed(repodata, each.kind()), repodata.resolve(each.fileName()));
        }
        return written;
    }

    /** The current indexes to copy from; a missing or damaged one costs time, nothing else. */
    private static Map<IndexKind, PreviousIndex> previous(Tree tree, Manifest before) throws IOException {
        Map<IndexKind, PreviousIndex> previous = new EnumMap<>(IndexKind.class);
        Path directory = tree.generation(before.number());
        try {
            for (IndexFile each : IndexTable.read(Files.readAllBytes(directory.resolve(TABLE)))) {
                byte[] bytes = Files.readAllBytes(directory.resolve("repodata").resolve(each.fileName()));
                previous.put(each.kind(), PreviousIndex.of(each, bytes));
            }
        } catch (NoSuchFileException e) {
            return previous;
        }
        return previous;
    }

    /** Keeps earlier index files under the new {@code repodata}, for clients that have read an earlier repomd. */
    private List<Carried> carry(Tree tree, Manifest before, Set<String> own, Instant now, Path repodata)
            throws IOException {
        List<Carried> candidates = new ArrayList<>(before.carried());
        before.indexFiles().forEach(each -> candidates.add(new Carried(each, now)));
        List<Carried> carried = new ArrayList<>();
        Set<String> taken = new HashSet<>(own);
        Path source = tree.generation(before.number()).resolve("repodata");
        for (Carried each : candidates) {
            boolean inGrace = now.isBefore(each.superseded().plus(metadataGrace));
            Path file = source.resolve(each.file());
            if (inGrace && Files.exists(file) && taken.add(each.file())) { // collected, if the clock was set back since
                disk.link(repodata.resolve(each.file()), file);
                carried.add(each);
            }
        }
        return carried;
    }

    private static List<Withdrawn> withdrawn(Manifest before, List<PackageRef> packages, long number, Instant now) {
        Set<String> offered =
                packages.stream().map(each -> PackageLocation.of(each.nevra())).collect(Collectors.toSet());
        List<Withdrawn> withdrawn = new ArrayList<>();
        for (Withdrawn each : before.withdrawn()) {
            if (!offered.contains(each.location())) {
                withdrawn.add(each);
            }
        }
        for (PackageRef each : before.packages()) {
            String location = PackageLocation.of(each.nevra());
            if (!offered.contains(location)) {
                withdrawn.add(new Withdrawn(location, each.sha256(), number, now));
            }
        }
        return withdrawn;
    }

    private static Path unnamed(Path repodata, IndexKind kind) {
        return repodata.resolve("." + kind.type() + ".part");
    }

    private static void closeAll(Iterable<OutputStream> streams) throws IOException {
        IOException first = null;
        for (OutputStream each : streams) {
            try {
                each.close();
            } catch (IOException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
