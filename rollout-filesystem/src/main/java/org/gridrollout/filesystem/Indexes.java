package org.gridrollout.filesystem;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gridrollout.filesystem.WrittenIndexes.Place;
import org.gridrollout.filesystem.yum.Codec;
import org.gridrollout.filesystem.yum.Fragments;
import org.gridrollout.filesystem.yum.IndexFile;
import org.gridrollout.filesystem.yum.IndexKind;
import org.gridrollout.filesystem.yum.IndexWriter;
import org.gridrollout.filesystem.yum.Member;

/** Writes a generation's indexes side by side; puts together only what the generation before did not hold. Thread-safe. */
final class Indexes {

    private static final int BUFFER = 64 * 1024;

    /** With more runs than that, a file for each package costs more than rendering some of them again one day. */
    private static final int FEW_RUNS = 8;

    private final RunCache runs;
    private final Codec codec;
    private final boolean opened;
    private final Disk disk;
    private final Workers workers;
    private final WrittenIndexes earlier = new WrittenIndexes();

    Indexes(RunCache runs, Codec codec, OpenChecksums openChecksums, Disk disk, Workers workers) {
        this.runs = runs;
        this.codec = codec;
        this.opened = openChecksums == OpenChecksums.STATED;
        this.disk = disk;
        this.workers = workers;
    }

    /**
     * Writes those of the generation after {@code before}, in repomd's order, into its directory; their names are not on the disk yet.
     *
     * @param syncs until they end, neither is their content
     */
    List<IndexFile> write(Tree tree, Manifest before, Holdings after, Aside syncs) throws IOException {
        List<Run> changed = onlyIn(after, before.holdings());
        Map<Run, List<Fragments>> rendered = new HashMap<>();
        if (changed.size() <= FEW_RUNS) {
            Slices known = Slices.of(onlyIn(before.holdings(), after), runs);
            for (Run each : changed) {
                if (!runs.isThere(each)) { // another tree may have it
                    rendered.put(each, runs.render(each, known, true));
                }
            }
        } else {
            workers.forEach(changed, this::prepare);
        }
        Map<IndexKind, IndexFile> written = new ConcurrentHashMap<>();
        // no more at once than there are processors, or the largest shares one and ends last
        workers.forEach(IndexKind.LARGEST_FIRST, kind -> {
            rendered.forEach((run, fragments) -> runs.make(run, kind, fragments));
            written.put(kind, write(tree, before, after, kind, syncs));
        });
        return Arrays.stream(IndexKind.values())
                .map(written::get)
                .map(Objects::requireNonNull)
                .toList();
    }

    private void prepare(Run run) throws IOException {
        if (!runs.isThere(run)) {
            List<Fragments> rendered = runs.render(run, Slices.NONE, false);
            workers.forEach(IndexKind.LARGEST_FIRST, kind -> runs.make(run, kind, rendered));
        }
    }

    /** Once {@code after} is current: what only {@code before} held is not needed any more. */
    void forget(Manifest before, Manifest after) {
        onlyIn(before.holdings(), after.holdings()).forEach(runs::forget);
        before.indexFiles().stream()
                .filter(each -> !after.indexFiles().contains(each))
                .forEach(earlier::forget);
    }

    private static List<Run> onlyIn(Holdings these, Holdings others) {
        Set<Run> there = new HashSet<>(others.runs());
        return these.runs().stream().filter(each -> !there.contains(each)).toList();
    }

    private IndexFile write(Tree tree, Manifest before, Holdings after, IndexKind kind, Aside syncs)
            throws IOException {
        Path generation = tree.generation(before.number() + 1);
        Path unnamed = generation.resolve("." + kind.type() + ".part");
        Map<Run, Place> places = new HashMap<>();
        IndexFile file;
        try (EarlierIndex copied = earlier(tree, before, kind);
                OutputStream out = new BufferedOutputStream(disk.create(unnamed, syncs), BUFFER)) {
            IndexWriter writer = new IndexWriter(kind, codec, opened, out);
            RunReader kept = new RunReader(runs, kind, opened);
            writer.open(after.packages().size());
            for (Run each : after.runs()) {
                Optional<Member> found = copied.find(each);
                Member member = found.isPresent() ? found.get() : kept.read(each);
                if (!opened) {
                    places.put(each, Place.of(writer.size(), member));
                }
                writer.add(member);
            }
            file = writer.close();
        }
        disk.rename(unnamed, generation.resolve(file.fileName()));
        if (!places.isEmpty()) {
            earlier.remember(file.fileName(), places);
        }
        return file;
    }

    /** That of the generation before; it has no open bytes, so where they are needed it is of no use. */
    private EarlierIndex earlier(Tree tree, Manifest before, IndexKind kind) throws IOException {
        String ending = "-" + kind.type() + ".xml" + codec.suffix();
        for (String each : before.indexFiles()) {
            if (!opened && each.endsWith(ending)) {
                return EarlierIndex.of(tree.repodata().resolve(each), earlier.places(each));
            }
        }
        return EarlierIndex.of(tree.repodata(), Map.of());
    }
}
