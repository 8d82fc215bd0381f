package org.gridrollout.filesystem;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridrollout.filesystem.yum.Codec;
import org.gridrollout.filesystem.yum.IndexFile;
import org.gridrollout.filesystem.yum.IndexKind;
import org.gridrollout.filesystem.yum.IndexWriter;

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

    Indexes(RunCache runs, Codec codec, OpenChecksums openChecksums, Disk disk, Workers workers) {
        this.runs = runs;
        this.codec = codec;
        this.opened = openChecksums == OpenChecksums.STATED;
        this.disk = disk;
        this.workers = workers;
    }

    /** Writes them into that directory, in repomd's order; their names are not on the disk yet. */
    List<IndexFile> write(Path repodata, Holdings before, Holdings after) throws IOException {
        List<Run> changed = onlyIn(after, before);
        boolean few = changed.size() <= FEW_RUNS;
        Slices known = new Slices(runs, few ? onlyIn(before, after) : List.of());
        workers.forEach(changed, each -> runs.prepare(each, known, few));
        Map<IndexKind, IndexFile> written = new EnumMap<>(IndexKind.class);
        workers.forEach(IndexKind.LARGEST_FIRST, kind -> {
            IndexFile file = write(repodata, kind, after);
            synchronized (written) {
                written.put(kind, file);
            }
        });
        List<IndexFile> files = new ArrayList<>();
        Arrays.stream(IndexKind.values()).map(written::get).forEach(files::add);
        return files;
    }

    /** Once {@code after} is current: what only {@code before} held is not needed any more. */
    void forget(Holdings before, Holdings after) {
        onlyIn(before, after).forEach(runs::forget);
    }

    private static List<Run> onlyIn(Holdings these, Holdings others) {
        Set<Run> there = new HashSet<>(others.runs());
        return these.runs().stream().filter(each -> !there.contains(each)).toList();
    }

    private IndexFile write(Path repodata, IndexKind kind, Holdings holdings) throws IOException {
        Path unnamed = repodata.resolve("." + kind.type() + ".part");
        IndexFile file;
        try (OutputStream out = new BufferedOutputStream(disk.create(unnamed), BUFFER)) {
            IndexWriter writer = new IndexWriter(kind, codec, opened, out);
            RunReader members = new RunReader(runs, kind, opened);
            writer.open(holdings.packages().size());
            for (Run each : holdings.runs()) {
                writer.add(members.read(each));
            }
            file = writer.close();
        }
        disk.rename(unnamed, repodata.resolve(file.fileName()));
        return file;
    }
}
