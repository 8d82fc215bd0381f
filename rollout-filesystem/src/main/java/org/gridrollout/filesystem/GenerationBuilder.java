package org.gridrollout.filesystem;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.spi.RepositoryException;
import org.gridrollout.filesystem.Manifest.Withdrawn;
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
    private final RevisionScheme revisions;
    private final RepomdTags tags;
    private final Groups groups;
    private final Codec codec;
    private final AdvisoryFiles advisories;
    private final Optional<MetadataSigning> signing;
    private final boolean leavingUnsigned;

    GenerationBuilder(Indexes indexes, Disk disk, Workers workers, FilesystemRepositoryBuilder options)
            throws IOException {
        this.indexes = indexes;
        this.disk = disk;
        this.workers = workers;
        this.clock = options.clock();
        this.revisions = options.revisions();
        this.tags = options.tags();
        this.groups = options.groups();
        this.codec = options.compression().codec();
        this.advisories = new AdvisoryFiles(disk, codec);
        this.signing = options.signer().map(MetadataSigning::new);
        this.leavingUnsigned = options.leavingUnsigned();
    }

    /** Whether what it makes is signed. */
    boolean signs() {
        return signing.isPresent();
    }

    /** Whether the generation after {@code before} would not be signed although that is, and nobody said that this is meant. */
    boolean forgetsToSign(Tree tree, Manifest before) {
        return !signs()
                && !leavingUnsigned
                && Files.exists(tree.generation(before.number()).resolve(Repodata.SIGNATURE));
    }

    /** Makes the directories for the generation after {@code before}; sooner done while nothing is synced beside it. */
    void begin(Tree tree, Manifest before) throws IOException {
        if (forgetsToSign(tree, before)) {
            throw new RepositoryException(tree
                    + " has signed metadata, and this repository was opened without a signer: clients that insist on a"
                    + " signature would refuse what it publishes. Nothing was published; open it with signMetadata(...),"
                    + " or with leaveMetadataUnsigned() if that is meant");
        }
        disk.createDirectory(tree.generation(before.number() + 1));
        new Repodata(tree, disk).make();
    }

    /** The generation after {@code before}, which was begun. */
    Manifest build(Tree tree, Manifest before, Succession next) throws IOException {
        Path directory = tree.generation(before.number() + 1);
        return workers.beside(syncs -> {
            Manifest manifest = build(tree, before, next, syncs);
            for (Path each : List.of(tree.generations(), directory, tree.repodata())) {
                syncs.begin(() -> disk.syncDirectory(each));
            }
            return manifest;
        });
    }

    private Manifest build(Tree tree, Manifest before, Succession next, Aside syncs) throws IOException {
        Instant now = clock.instant();
        long number = before.number() + 1;
        long revision = revision(now, before);
        Optional<GroupFiles> comps = groups.of(tree, codec);
        Path directory = tree.generation(number);
        Repodata repodata = new Repodata(tree, disk);

        List<IndexFile> besides = new ArrayList<>();
        if (comps.isPresent()) {
            besides.addAll(writeGroups(repodata, directory, comps.get(), syncs));
        }
        Optional<IndexFile> told = advisories.write(tree, repodata, before, next, syncs);
        told.ifPresent(besides::add);
        List<IndexFile> written = new ArrayList<>(indexes.write(tree, before, next.after(), syncs));
        for (IndexFile each : written) {
            repodata.place(directory.resolve(each.fileName()));
        }
        written.addAll(besides);
        byte[] repomd = Repomd.render(revision, tags, now.getEpochSecond(), written);
        List<String> own = names(written);
        // signing takes one processor; until it has ended the others do what only a manifest says
        return workers.beside(aside -> {
            aside.begin(() -> seal(repodata, directory, repomd, now, syncs));
            Sha256 listing = list(directory.resolve(Generations.LISTING), next.after(), syncs);
            Manifest made = new ManifestBuilder()
                    .number(number)
                    .change(next.change())
                    .published(now)
                    .revision(revision)
                    .repomd(Digests.of(repomd))
                    .holdings(next.after())
                    .kept(next.kept())
                    .advisories(told.flatMap(IndexFile::open).flatMap(IndexFile.Open::checksum))
                    .indexFiles(own)
                    .withdrawn(withdrawn(before, next.after(), now))
                    .build();
            disk.write(directory.resolve(Generations.MANIFEST), ManifestFormat.write(made, listing), syncs);
            return made;
        });
    }

    private static List<String> names(List<IndexFile> files) {
        return files.stream().map(IndexFile::fileName).toList();
    }

    /** What clients read first, and its signature. */
    private void seal(Repodata repodata, Path directory, byte[] repomd, Instant now, Aside syncs) throws IOException {
        disk.write(directory.resolve(Repodata.REPOMD), repomd, syncs);
        if (signing.isPresent()) {
            for (Map.Entry<String, byte[]> each :
                    signing.get().sign(repomd, now).files().entrySet()) {
                disk.write(directory.resolve(each.getKey()), each.getValue(), syncs);
                repodata.serve(each.getKey());
            }
        }
    }

    /** Once {@code after} is current: lets go of what only {@code before} needed. */
    void forget(Manifest before, Manifest after) {
        indexes.forget(before, after);
    }

    /** Higher than before, whatever scheme that was of. */
    private long revision(Instant now, Manifest before) {
        long wanted = revisions == RevisionScheme.TIME ? now.getEpochSecond() : before.number() + 1;
        return Math.max(wanted, before.revision() + 1);
    }

    private static List<IndexFile> writeGroups(Repodata repodata, Path directory, GroupFiles comps, Aside syncs)
            throws IOException {
        List<IndexFile> written = new ArrayList<>();
        for (GroupFiles.Content each : comps.both()) {
            repodata.put(directory.resolve(each.file().fileName()), each.bytes(), syncs);
            written.add(each.file());
        }
        return written;
    }

    private Sha256 list(Path file, Holdings holdings, Aside syncs) throws IOException {
        MessageDigest digest = Digests.start();
        try (OutputStream out = new BufferedOutputStream(disk.create(file, syncs), 64 * 1024)) {
            for (Run each : holdings.runs()) {
                byte[] listing = each.listing();
                digest.update(listing);
                out.write(listing);
            }
        }
        return Digests.finish(digest);
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
