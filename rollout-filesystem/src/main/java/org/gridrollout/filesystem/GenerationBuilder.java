package org.gridrollout.filesystem;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.filesystem.Manifest.Carried;
import org.gridrollout.filesystem.Manifest.Withdrawn;
import org.gridrollout.filesystem.signature.MetadataSigner;
import org.gridrollout.filesystem.yum.Codec;
import org.gridrollout.filesystem.yum.Digests;
import org.gridrollout.filesystem.yum.GroupFiles;
import org.gridrollout.filesystem.yum.IndexFile;
import org.gridrollout.filesystem.yum.Repomd;
import org.gridrollout.filesystem.yum.RepomdTags;

/** Makes a generation's directory: complete, on the disk, and not yet current. Thread-safe. */
final class GenerationBuilder {

    private final Indexes indexes;
    private final Disk disk;
    private final Workers workers;
    private final InstantSource clock;
    private final Duration metadataGrace;
    private final RevisionScheme revisions;
    private final RepomdTags tags;
    private final Groups groups;
    private final Codec codec;
    private final AdvisoryFiles advisories;
    private final Optional<MetadataSigner> signer;

    GenerationBuilder(Indexes indexes, Disk disk, Workers workers, FilesystemRepositoryBuilder options)
            throws IOException {
        this.indexes = indexes;
        this.disk = disk;
        this.workers = workers;
        this.clock = options.clock();
        this.metadataGrace = options.metadataGrace();
        this.revisions = options.revisions();
        this.tags = options.tags();
        this.groups = options.groups();
        this.codec = options.compression().codec();
        this.advisories = new AdvisoryFiles(disk, codec);
        this.signer = options.signer();
    }

    /** The generation after {@code before}. */
    Manifest build(Tree tree, Manifest before, Succession next) throws IOException {
        Instant now = clock.instant();
        long number = before.number() + 1;
        long revision = revision(now, before);
        Optional<GroupFiles> comps = groups.of(tree, codec);
        Path directory = tree.generation(number);
        Path repodata = directory.resolve("repodata");
        disk.createDirectory(directory);
        disk.createDirectory(repodata);

        AtomicReference<Sha256> listing = new AtomicReference<>();
        List<IndexFile> written = new ArrayList<>(workers.beside(
                List.of(() -> listing.set(list(directory.resolve(Generations.LISTING), next.after()))),
                () -> indexes.write(repodata, before.holdings(), next.after())));
        if (comps.isPresent()) {
            written.addAll(writeGroups(repodata, comps.get()));
        }
        Optional<IndexFile> told = advisories.write(tree, before, next, directory);
        told.ifPresent(written::add);
        byte[] repomd = Repomd.render(revision, tags, now.getEpochSecond(), written);
        List<String> own = written.stream().map(IndexFile::fileName).toList();
        Manifest manifest = workers.beside(List.of(() -> seal(repodata, repomd, now)), () -> {
            Manifest made = new ManifestBuilder()
                    .number(number)
                    .change(next.change())
                    .revision(revision)
                    .repomd(Digests.of(repomd))
                    .holdings(next.after())
                    .kept(next.kept())
                    .advisories(told.flatMap(IndexFile::open).flatMap(IndexFile.Open::checksum))
                    .indexFiles(own)
                    .carried(carry(tree, before, Set.copyOf(own), now, repodata))
                    .withdrawn(withdrawn(before, next.after(), now))
                    .build();
            byte[] lines = ManifestFormat.write(made, Objects.requireNonNull(listing.get()));
            disk.write(directory.resolve(Generations.MANIFEST), lines);
            return made;
        });
        workers.forEach(List.of(repodata, directory, tree.generations()), disk::syncDirectory);
        return manifest;
    }

    /** What clients read first, and its signature. */
    private void seal(Path repodata, byte[] repomd, Instant now) throws IOException {
        List<NewFile> files = new ArrayList<>();
        files.add(new NewFile(repodata.resolve("repomd.xml"), repomd));
        signer.ifPresent(
                each -> files.addAll(SignedMetadata.of(repomd, each, now).filesIn(repodata)));
        workers.forEach(files, each -> disk.write(each.path(), each.content())); // forced together they cost less
    }

    /** Once {@code after} is current: lets go of what only {@code before} needed. */
    void forget(Manifest before, Manifest after) {
        indexes.forget(before.holdings(), after.holdings());
    }

    /** Higher than before, whatever scheme that was of. */
    private long revision(Instant now, Manifest before) {
        long wanted = revisions == RevisionScheme.TIME ? now.getEpochSecond() : before.number() + 1;
        return Math.max(wanted, before.revision() + 1);
    }

    private List<IndexFile> writeGroups(Path repodata, GroupFiles comps) throws IOException {
        List<IndexFile> written = new ArrayList<>();
        for (GroupFiles.Content each : comps.both()) {
            disk.write(repodata.resolve(each.file().fileName()), each.bytes());
            written.add(each.file());
        }
        return written;
    }

    private Sha256 list(Path file, Holdings holdings) throws IOException {
        MessageDigest digest = Digests.start();
        try (OutputStream out = new BufferedOutputStream(disk.create(file), 64 * 1024)) {
            for (Run each : holdings.runs()) {
                byte[] listing = each.listing();
                digest.update(listing);
                out.write(listing);
            }
        }
        return Digests.finish(digest);
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
            if (inGrace && taken.add(each.file()) && link(repodata.resolve(each.file()), source.resolve(each.file()))) {
                carried.add(each);
            }
        }
        return carried;
    }

    /** Unless it was collected, which happens if the clock was set back since. */
    private boolean link(Path link, Path file) throws IOException {
        try {
            disk.link(link, file);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static List<Withdrawn> withdrawn(Manifest before, Holdings after, Instant now) {
        Set<String> offered = after.notIn(before.holdings()).stream()
                .map(each -> PackageLocation.of(each.nevra()))
                .collect(Collectors.toSet());
        List<Withdrawn> withdrawn = new ArrayList<>();
        for (Withdrawn each : before.withdrawn()) {
            if (!offered.contains(each.location())) {
                withdrawn.add(each);
            }
        }
        for (PackageRef each : before.holdings().notIn(after)) {
            String location = PackageLocation.of(each.nevra());
            if (!offered.contains(location)) {
                withdrawn.add(new Withdrawn(location, each.sha256(), before.number() + 1, now));
            }
        }
        return withdrawn;
    }
}
