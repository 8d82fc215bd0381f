package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import org.gridrollout.api.software.BaseSnapshot;
import org.gridrollout.api.software.BaseSnapshot.Part;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.filesystem.base.ForeignRepository;
import org.gridrollout.filesystem.base.ReadLimits;
import org.gridrollout.filesystem.base.RepositorySource;
import org.gridrollout.filesystem.base.UnreadableBaseException;
import org.gridrollout.filesystem.base.UnreadableBaseException.Problem;
import org.gridrollout.filesystem.yum.Digests;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads foreign repositories into a snapshot on the disk. Needs the shelf's lock. */
final class BaseReading {

    private static final Logger LOG = LoggerFactory.getLogger(BaseReading.class);
    private static final int ATTEMPTS = 3;

    private final BaseShelf shelf;
    private final Disk disk;
    private final ReadLimits limits;

    BaseReading(BaseShelf shelf, Disk disk, ReadLimits limits) {
        this.shelf = shelf;
        this.disk = disk;
        this.limits = limits;
    }

    BaseSnapshot run(SortedMap<String, RepositorySource> repositories, Instant now) throws IOException {
        Path incoming = shelf.incoming();
        disk.deleteTree(incoming); // of someone who was stopped
        disk.createDirectories(incoming);
        List<Part> parts = new ArrayList<>();
        for (Map.Entry<String, RepositorySource> each : repositories.entrySet()) {
            parts.add(keep(each.getKey(), each.getValue()));
        }
        BaseSnapshot snapshot = new BaseSnapshot(idOf(parts), shelf.platform(), now, parts);
        Path place = shelf.snapshot(snapshot.id());
        if (Files.exists(place)) {
            disk.deleteTree(incoming);
            return describe(snapshot.id());
        }
        disk.write(incoming.resolve("snapshot"), BaseFormat.write(snapshot));
        disk.syncDirectory(incoming);
        disk.rename(incoming, place);
        disk.syncDirectory(shelf.directory());
        return snapshot;
    }

    BaseSnapshot describe(Sha256 id) throws IOException {
        Path file = shelf.description(id);
        return BaseFormat.read(Files.readAllBytes(file))
                .orElseThrow(() -> new IOException(file + " is damaged or of a later version; delete "
                        + shelf.snapshot(id) + " and read it again"));
    }

    /** Copies a repository's metadata and reads the copy through, so that what is pinned can be read. */
    private Part keep(String name, RepositorySource source) throws IOException {
        ForeignRepository foreign = copy(name, source);
        ForeignRepository kept =
                ForeignRepository.open(RepositorySource.in(shelf.incoming().resolve(name)), limits);
        long packages = kept.forEachPackage(each -> {});
        return new Part(
                name,
                BaseFormat.oneLine(source.toString()),
                BaseFormat.oneLine(foreign.revision()),
                foreign.id(),
                packages);
    }

    /** A repository that is published anew while it is copied is copied again. */
    private ForeignRepository copy(String name, RepositorySource source) throws IOException {
        Path directory = shelf.incoming().resolve(name);
        for (int attempt = 1; ; attempt++) {
            ForeignRepository foreign = ForeignRepository.open(source, limits);
            try {
                copy(foreign, directory);
                return foreign;
            } catch (UnreadableBaseException e) {
                boolean mayHaveMoved = e.problem() == Problem.CHANGED || e.problem() == Problem.MISSING;
                if (!mayHaveMoved
                        || attempt == ATTEMPTS
                        || ForeignRepository.open(source, limits).id().equals(foreign.id())) {
                    throw e;
                }
                LOG.info("Base repository {} changed while it was read, reads again", source);
                disk.deleteTree(directory);
            }
        }
    }

    private void copy(ForeignRepository foreign, Path directory) throws IOException {
        TreeSet<Path> directories = new TreeSet<>();
        foreign.copyTo(path -> {
            Path file = directory.resolve(path);
            Path parent = file.resolveSibling("");
            disk.createDirectories(parent);
            directories.add(parent);
            return disk.create(file);
        });
        for (Path each : directories) {
            disk.syncDirectory(each);
        }
    }

    private static Sha256 idOf(List<Part> parts) {
        StringBuilder names = new StringBuilder();
        parts.forEach(each ->
                names.append(each.name()).append(' ').append(each.index()).append('\n'));
        return Digests.of(names.toString().getBytes(StandardCharsets.UTF_8));
    }
}
